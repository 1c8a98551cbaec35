/** The command line: which commands there are, and what is said when one ends badly. Commands are loaded when they are called. */

import { Command, CommanderError, Option } from 'commander';
import { PadanError } from './errors.ts';
import { termsCommands } from './main-terms.ts';
import { version } from './version.ts';

type Options = Readonly<Record<string, unknown>>;

/** Runs the program. @returns the exit code: 0, 1, 2 or 130 as DESIGN says; 70 where Padan itself is at fault. */
export async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  const end = (ended: number): void => {
    code = ended;
  };
  try {
    await commandLine(end).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function commandLine(end: (code: number) => void): Command {
  const program = new Command('padan')
    .description('Indonesian articles into aligned Indonesian-English Markdown that editors can trust, correct and publish.')
    .version(version(), '-V, --version')
    .showHelpAfterError('(padan --help lists the commands)')
    .exitOverride();

  where(program.command('translate'))
    .description('translate articles: all of the input folder, or those named')
    .argument('[path...]', 'articles or folders')
    .option('--jobs <number>', 'articles at work at once')
    .addOption(new Option('--publish <what>', 'what may stand in the English document').choices(['all', 'approved']))
    .option('--budget <dollars>', 'most that this run may cost, in US dollars')
    .option('--refresh', 'make machine drafts again')
    .option('--dry-run', 'say what would be done and what it would cost; write nothing, ask no one')
    .option('--explain <row>', 'print the request of one row (2.1, or article:2.1) without sending it')
    .option('--json', 'a JSON line an article and one for the run, on standard output')
    .option('--quiet', 'say only what went wrong')
    .action(async (paths: string[], options: Options) => {
      const { translateCommand } = await import('./commands/translate.ts');
      end(await translateCommand(paths, options));
    });

  where(program.command('check'))
    .description('run the quality checks on the sheets as they stand; ends with 1 where there is an error')
    .argument('[path...]', 'articles or folders')
    .addOption(new Option('--format <format>', 'how findings are told, on standard output').choices(['text', 'json', 'sarif', 'junit']))
    .option('--json', 'the same as --format json: a JSON line a finding')
    .option('--changed', 'only articles whose files changed against git, or since --since')
    .option('--since <revision>', 'with --changed: since the branch left this revision (default: the last commit)')
    .option('--pairs', 'a filter: JSON Lines {"id","source","target"} in, {"id","findings"} out')
    .option('--quiet', 'say only how many there are')
    .action(async (paths: string[], options: Options) => {
      const { checkCommand } = await import('./commands/check.ts');
      end(await checkCommand(paths, options));
    });

  where(program.command('text'))
    .description('a filter: each line of standard input translated to one line of standard output')
    .option('--explain', 'print every stage of the built-in engine')
    .action(async (options: Options) => {
      const { textCommand } = await import('./commands/text.ts');
      end(await textCommand(options));
    });

  program.command('segments')
    .description('the segments of an article as JSON Lines')
    .argument('[file]', 'an article')
    .option('--config <file>', 'settings file (default: padan.yaml)')
    .option('--plain', 'standard input, a paragraph a line, to a JSON array of sentences a line')
    .action(async (file: string | undefined, options: Options) => {
      const { segmentsCommand } = await import('./commands/segments.ts');
      end(await segmentsCommand(file, options));
    });

  const providers = where(program.command('providers'))
    .description('list the providers and what each lacks here')
    .option('--json', 'as JSON, on standard output')
    .action(async (options: Options) => {
      const { listProviders } = await import('./commands/providers.ts');
      end(await listProviders(options));
    });
  where(providers.command('test'))
    .description('send one sentence to a provider: what comes back, in how long, for how much')
    .argument('<name>', 'a provider')
    .option('--json', 'as JSON, on standard output')
    .action(async (name: string, options: Options) => {
      const { testProvider } = await import('./commands/providers.ts');
      end(await testProvider(name, options));
    });

  termsCommands(program, where, end);

  program.command('init')
    .description('lay down padan.yaml, glossary/terms.csv and a sample article in this folder')
    .action(async () => {
      const { initCommand } = await import('./commands/init.ts');
      end(await initCommand());
    });
  return program;
}

/** The options of every command that works in a newsroom's folder. */
function where(command: Command): Command {
  return command
    .option('--config <file>', 'settings file (default: padan.yaml)')
    .option('--input <folder>', 'where the articles are')
    .option('--output <folder>', 'where sheets and English documents go')
    .option('--glossary <files>', 'the glossary; several with commas between or the option repeated, the last goes first', (value: string, before: string | undefined) => (before === undefined ? value : `${before},${value}`))
    .option('--provider <name>', 'builtin, deepl, openai … (padan providers lists them), or ./mine.js');
}

function exitCodeOf(error: unknown): number {
  // Commander has said what was wrong; help and version end well.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Error && error.name === 'AbortError') return 130;
  if (error instanceof PadanError) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  process.stderr.write(`This is a fault of Padan's, and not of your text. Please report it with these lines:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 70;
}
