// Ends a `runTests` that takes too long or is told to stop. `@vscode/test-electron` keeps the process it started to
// itself, and offers one way to end it: SIGINT, which it answers gracefully once and by killing the tree when repeated.
import { onStopSignal } from './processes.mjs';

/** Time for a graceful end before the tree is killed, and again before this process ends anyway; in milliseconds. */
const grace = 5000;

/**
 * Puts a limit on everything that this process does, and ends it in order when it is told to stop.
 * @param {number} limit in milliseconds
 * @returns {{ code: number | undefined }} the exit code to use once an end was forced
 */
export function setDeadline(limit) {
  const state = { code: undefined };
  const interrupt = () => process.emit('SIGINT', 'SIGINT');
  const end = (code, why) => {
    if (state.code !== undefined) return;
    console.error(`vscode tests: ${why}`);
    state.code = code;
    if (why !== 'stopped by SIGINT') interrupt(); // that one test-electron has heard by itself
    setTimeout(interrupt, grace);
    setTimeout(() => process.exit(code), 2 * grace);
  };
  setTimeout(() => end(124, `no result after ${limit / 1000} s`), limit).unref();
  // Being a listener, this also keeps test-electron from ending the process with a code of its own.
  onStopSignal((code, signal) => end(code, `stopped by ${signal}`));
  return state;
}
