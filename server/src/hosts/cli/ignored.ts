import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where licensed text is kept that must not leave the machine. */
const PRIVATE = '*.overlay.yaml';

/**
 * Has git leave private overlays alone: adds a line to the folder's .gitignore, and makes one where there is none.
 * Whether a line was added. Throws what the file system throws.
 */
export function ignorePrivate(folder: string): boolean {
  const file = join(folder, '.gitignore');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (before.split(/\r?\n/).some(line => line.trim() === PRIVATE)) return false;
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const gap = before === '' || /[\r\n]$/.test(before) ? '' : eol;
  const lines = ['# Licensed text that Clausewright shows on this machine only', PRIVATE, ''];
  writeFileSync(file, `${before}${gap}${lines.join(eol)}`);
  return true;
}
