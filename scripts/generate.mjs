// Checks the catalogs and turns them into what the product loads: one JSON file for each catalog, vocabulary and
// crosswalk in dist/catalogs, and the validators and format descriptions in server/src/generated.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCatalogs } from './catalogs/check.mjs';
import { cardMetadata, readCatalogs, root } from './catalogs/read.mjs';
import { standaloneValidators } from './catalogs/validators.mjs';

const catalogs = readCatalogs();
const problems = checkCatalogs(catalogs);
if (problems.length > 0) {
  console.error(`The catalogs have ${problems.length} problem${problems.length === 1 ? '' : 's'}:`);
  for (const problem of problems.slice(0, 50)) console.error(`  ${problem}`);
  process.exit(1);
}

const out = join(root, 'dist', 'catalogs');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const write = (name, value) => writeFileSync(join(out, `${name}.json`), JSON.stringify(value));

for (const { data } of catalogs.frameworks) write(`framework.${data.id}`, data);
for (const { data } of catalogs.documents) write(`document.${data.kind}`, data);
for (const { data } of catalogs.crosswalks) write(`crosswalk.${data.id}`, data);
for (const { data } of catalogs.forms) write(`form.${data.id}`, data);
write('card-metadata', cardMetadata(catalogs.metadata));
write('index', {
  heads: catalogs.frameworks.map(
    ({ data: { items, provenance, publisher, roadmap, $schema, ...head } }) => head,
  ),
  documents: catalogs.documents.map(({ data }) => data.kind),
  crosswalks: catalogs.crosswalks.map(({ data }) => ({ id: data.id, from: data.from, to: data.to })),
  forms: catalogs.forms.map(({ data: { id, title, regime } }) => ({ id, title, regime })),
});

const generated = join(root, 'server', 'src', 'generated');
mkdirSync(generated, { recursive: true });
const schemas = Object.fromEntries(
  ['control-mapping', 'impact-assessment', 'incident', 'config'].map(name => [
    name,
    JSON.parse(readFileSync(join(root, 'catalogs', 'schema', `${name}.schema.json`), 'utf8')),
  ]),
);
writeFileSync(join(generated, 'validators.js'), standaloneValidators(schemas).code);
writeFileSync(join(generated, 'validators.d.ts'), standaloneValidators(schemas).types);
writeFileSync(
  join(generated, 'formats.ts'),
  `import type { FormatSchema } from '../catalog/format.ts';\n\n/** The schemas of our formats, from catalogs/schema. */\nexport const FORMATS: Readonly<Record<string, FormatSchema>> = ${JSON.stringify(schemas)};\n`,
);
