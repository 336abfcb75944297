// Writes the pages that are made from the code: one for each rule, their index, and the marked parts of
// docs/command-line.md and docs/formats.md.
//
//   node scripts/docs.mjs [--check]
//
// --check writes nothing and fails when a page is out of date.
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generatedPages } from './docs/pages.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const pages = await generatedPages(root);
const read = path => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined);
const old = [...pages].filter(([path, text]) => read(path) !== text).map(([path]) => path);
const left = globSync('docs/rules/**/*.md', { cwd: root })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => !pages.has(path));

if (values.check) {
  for (const path of old) console.error(`docs: ${path} is out of date`);
  for (const path of left) console.error(`docs: ${path} belongs to no rule`);
  if (old.length + left.length > 0) {
    console.error('docs: run "node scripts/docs.mjs" and look at what changes');
    process.exitCode = 1;
  }
} else {
  for (const path of old) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), pages.get(path));
    console.log(`docs: ${path}`);
  }
  for (const path of left) rmSync(join(root, path));
}
