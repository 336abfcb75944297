// The program that VS Code runs in its extension host: loads the chosen test files and runs them with mocha.
// VS Code ends with code 0 when `run` resolves and 1 when it rejects.

import { loadTests } from 'suite:files';
import Mocha from 'mocha';
import { lineReporter } from './reporter.ts';
import { readableStack } from './stack.ts';

/** How long one test may take, in milliseconds; a start of the extension host and the server falls into the first one. */
const testLimit = 30_000;

/** Runs all tests. Rejects when a test failed, when there is none, or when a test file cannot be loaded. */
export async function run(): Promise<void> {
  const stack = (text: string) => readableStack(text, __filename);
  const reporter = lineReporter({ print: line => console.log(line), stack });
  const mocha = new Mocha({ ui: 'bdd', timeout: testLimit, reporter });
  mocha.suite.emit('pre-require', globalThis, '', mocha); // makes describe, it … global, as mocha does before each file
  try {
    loadTests();
  } catch (error) {
    throw withStack(error, stack);
  }
  if (mocha.suite.total() === 0) throw new Error('the suite holds no test');
  const failures = await new Promise<number>(done => {
    mocha.run(done);
  });
  if (failures > 0) throw withStack(new Error(`${failures} failed`), () => 'the test run failed');
}

/** Changes what VS Code prints when `run` rejects. */
function withStack(error: unknown, change: (stack: string) => string): unknown {
  if (error instanceof Error) error.stack = change(error.stack ?? error.message);
  return error;
}
