import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './test/closing-line-reporter.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // Two files at a time: most tests wait for a command that they started. Those that look at time take the least of several.
    maxWorkers: 2,
    // They end tests that hang. Busy machines take three times as long as quiet ones.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ['default', new ClosingLineReporter()],
  },
});
