import { execFile } from 'node:child_process';
import { gitCall } from './git.ts';

/** A git that says nothing for so many milliseconds is given up. */
const PATIENCE = 30_000;

/** What git answered. */
export type Answer =
  | { readonly kind: 'fine'; readonly text: string }
  /** There is no git on this machine. */
  | { readonly kind: 'absent' }
  /** Git refused; `said` is its first line on the standard error, in English. */
  | { readonly kind: 'refused'; readonly said: string };

/**
 * Asks git something, and says why where it has no answer. What comes from a user stands behind `--end-of-options`.
 * Never rejects.
 */
export function askGit(folder: string, args: readonly string[]): Promise<Answer> {
  const call = gitCall(folder, args);
  const env = { ...call.options.env, LC_ALL: 'C' };
  return new Promise(resolve => {
    execFile(call.command, call.args, { ...call.options, env, timeout: PATIENCE }, (error, out, said) => {
      if (error === null) resolve({ kind: 'fine', text: out });
      else if (error.code === 'ENOENT') resolve({ kind: 'absent' });
      else resolve({ kind: 'refused', said: (said || error.message).trim().split(/\r?\n/)[0] ?? '' });
    });
  });
}
