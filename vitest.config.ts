import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './test/closing-line-reporter.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // One file at a time: the end-to-end rehearsal and the tests that measure time would disturb each other.
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 180_000,
    reporters: ['default', new ClosingLineReporter()],
  },
});
