// Runs the program with the arguments given and says on the last line of standard output what it cost.
import { argv, cpuUsage, resourceUsage } from 'node:process';

process.on('exit', () => {
  const { user, system } = cpuUsage();
  process.stdout.write(`${JSON.stringify({ cpu: (user + system) / 1000, peak: Math.round(resourceUsage().maxRSS / 1024) })}\n`);
});
argv[1] = new URL('../dist/cli.js', import.meta.url).pathname;
await import('../dist/cli.js');
