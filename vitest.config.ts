import { defineConfig } from 'vitest/config';

const json = process.env.VITEST_JSON;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
    // Loading the lexicon and the Markdown parser once a worker, not once a file, saves half the time.
    isolate: false,
    globalSetup: ['test/temporary.ts'],
    setupFiles: ['test/setup.ts'],
    // .ci/run reads the numbers from a file of its own.
    reporters: json === undefined ? ['default'] : ['default', ['json', { outputFile: json }]],
  },
});
