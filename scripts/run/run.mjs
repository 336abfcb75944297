// Runs the steps of a script, each a program of its own.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository root. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Runs one of our scripts with this very Node, and shows what it prints.
 * @throws when it fails
 */
export function run(script, ...args) {
  const { status, error } = spawnSync(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (error || status !== 0) throw new Error(`${script} failed (${error?.message ?? status})`);
}
