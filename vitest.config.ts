import { defineConfig } from 'vitest/config';

const json = process.env.VITEST_JSON;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
    // .ci/run reads the numbers from a file of its own.
    reporters: json === undefined ? ['default'] : ['default', ['json', { outputFile: json }]],
  },
});
