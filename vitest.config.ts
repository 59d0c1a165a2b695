import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './test/closing-line-reporter.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Two files at a time: most tests wait for a command that they started. Those that look at time take the least of several.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    reporters: ['default', new ClosingLineReporter()],
  },
});
