import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends the output with `N passed, N failed, N skipped`.
 *
 * Files and suites that failed outside of a test (a syntax error, a failing hook) and errors that nobody caught count as failed too, and a run that ends
 * with a failure status for any other reason has at least one failure.
 */
export class ClosingLineReporter implements Reporter {
  #passed = 0;
  #failed = 0;
  #skipped = 0;

  onInit(): void {
    // Vitest may still have something to say after the run, about workers that do not end: only the exit comes last.
    process.once('exit', (code) => {
      const failed = code === 0 ? this.#failed : Math.max(1, this.#failed);
      process.stdout.write(`${this.#passed} passed, ${failed} failed, ${this.#skipped} skipped\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    this.#passed = 0;
    this.#failed = unhandledErrors.length;
    this.#skipped = 0;
    for (const module of modules) {
      for (const suite of [module, ...module.children.allSuites()]) if (suite.errors().length > 0) this.#failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') this.#passed++;
        else if (state === 'skipped') this.#skipped++;
        // What never came to an end did not pass.
        else this.#failed++;
      }
    }
  }
}
