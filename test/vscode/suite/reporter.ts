// A reporter that prints plain lines and ends with the two counts, the same in a terminal, a pipe and an extension host.

import Mocha, { type Runner, type Test } from 'mocha';

/** What the reporter needs: where its lines go, and how it shows a stack. */
export interface ReporterOptions {
  readonly print: (line: string) => void;
  readonly stack: (stack: string) => string;
}

/**
 * Makes a mocha reporter that prints one line for each test and, last, exactly `N passed, N failed`.
 * A failure in a hook counts as a failed test, since the tests it guards did not run.
 * @returns a class, which is what mocha takes as a reporter
 */
export function lineReporter({ print, stack }: ReporterOptions): Mocha.ReporterConstructor {
  return class extends Mocha.reporters.Base {
    constructor(runner: Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      let passed = 0;
      let failed = 0;
      runner.on('pass', (test: Test) => {
        passed += 1;
        print(`  ok    ${test.fullTitle()} (${test.duration ?? 0} ms)`);
      });
      runner.on('pending', (test: Test) => print(`  skip  ${test.fullTitle()}`));
      runner.on('fail', (test: Test, error: unknown) => {
        failed += 1;
        print(`  FAIL  ${test.fullTitle()}`);
        for (const line of stack(describeError(error)).split('\n')) print(`        ${line}`);
      });
      runner.on('end', () => print(`${passed} passed, ${failed} failed`));
    }
  };
}

/** The message and the stack, whose text does not always repeat the message. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? '';
  return stack.includes(error.message) ? stack : `${error.message}\n${stack}`;
}
