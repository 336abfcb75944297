// Keeps the texts of the extension in step with their translations.
//
//   node scripts/l10n.mjs [--check]
//
// Writes l10n/bundle.l10n.json, which holds every text that the client shows, as it is written there. --check writes
// nothing and fails when it is out of date, or when a translation lacks a text or has one too many.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { differences, textsOf } from './l10n/texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const read = path => readFileSync(join(root, path), 'utf8');
const files = globSync('client/src/**/*.ts', { cwd: root }).sort();
const texts = files.flatMap(path => textsOf(read(path), path));
const bundle = Object.fromEntries([...new Set(texts)].sort().map(text => [text, text]));
const written = `${JSON.stringify(bundle, null, 2)}\n`;

if (!values.check) {
  writeFileSync(join(root, 'l10n/bundle.l10n.json'), written);
  console.log(`l10n: ${Object.keys(bundle).length} texts`);
}
const problems = read('l10n/bundle.l10n.json') === written ? [] : ['l10n/bundle.l10n.json is out of date'];
for (const [kind, original] of [
  ['l10n/bundle.l10n', bundle],
  ['package.nls', JSON.parse(read('package.nls.json'))],
])
  for (const path of globSync(`${kind}.*.json`, { cwd: root }))
    if (path.replaceAll('\\', '/') !== `${kind}.json`)
      problems.push(...differences(original, JSON.parse(read(path))).map(each => `${path}: ${each}`));
for (const problem of problems) console.error(`l10n: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
