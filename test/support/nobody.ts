import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './fixture.ts';

const isRoot = process.getuid?.() === 0;
/** Somebody who owns nothing. */
const NOBODY = 65_534;

/** What a command line begins with so that permissions bind it, as they do not bind the superuser. */
export const AS_NOBODY: readonly string[] = isRoot
  ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
  : [];

/** Whether {@link AS_NOBODY} works here: as the superuser it needs `setpriv`, and a checkout that others may read. */
export function canBeNobody(): boolean {
  if (process.platform === 'win32') return false;
  const read = "require('node:fs').readFileSync(process.argv[1])";
  const [command = '', ...args] = [...AS_NOBODY, process.execPath, '-e', read, join(ROOT, 'package.json')];
  return spawnSync(command, args).status === 0;
}

/** Gives a folder and what is in it to the one whom {@link AS_NOBODY} runs as. */
export function giveToNobody(folder: string): void {
  if (!isRoot) return;
  for (const path of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
    chownSync(join(folder, path), NOBODY, NOBODY);
}

/** Changes what may be done with a path until the test is over, or what it gives is called. */
export function chmodFor(path: string, mode: number, ends: (end: () => void) => void): () => void {
  const before = statSync(path).mode;
  const undo = (): void => chmodSync(path, before);
  chmodSync(path, mode);
  ends(undo);
  return undo;
}
