import { Buffer } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './output.ts';

/** Where licensed text is kept that must not leave the machine. */
const PRIVATE = '*.overlay.yaml';

/**
 * Has git leave private overlays alone: adds a line to the folder's .gitignore, and makes one where there is none.
 * Whether a line was added.
 * @throws UsageError when it cannot be written, and is as it was; what the file system throws when it cannot be read.
 */
export function ignorePrivate(folder: string, shown: string): boolean {
  const file = join(folder, '.gitignore');
  // Names in it need not be UTF-8, and are kept byte for byte.
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const before = bytes.toString('latin1');
  if (before.split(/\r?\n/).some(line => line.trim() === PRIVATE)) return false;
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const gap = before === '' || /[\r\n]$/.test(before) ? '' : eol;
  const lines = ['# Licensed text that Clausewright shows on this machine only', PRIVATE, ''];
  writeWhole(file, [bytes, `${gap}${lines.join(eol)}`], shown);
  return true;
}
