import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../run/run.mjs';

/** The test files that take their cases from test/support/cases.ts, by path from the root. */
export function seededFiles() {
  return readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.test.ts'))
    .map(file => path.posix.join('test', file.replaceAll('\\', '/')))
    .filter(file => readFileSync(path.join(root, file), 'utf8').includes("support/cases.ts'"))
    .sort();
}
