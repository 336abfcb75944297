// Reads every catalog file of the repository.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** The repository's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const folder = join(root, 'catalogs');

/** All catalog files by sort, each with its path and its data, in the order of their paths. */
export function readCatalogs() {
  const files = yamlFiles(folder).map(file => ({
    path: relative(root, file),
    data: parse(readFileSync(file, 'utf8')),
  }));
  const under = name => files.filter(({ path }) => path.startsWith(`${join('catalogs', name)}/`));
  const documents = under('documents');
  const crosswalks = under('crosswalks');
  const forms = under('forms');
  const metadata = under('card-metadata');
  const others = [...documents, ...crosswalks, ...forms, ...metadata];
  const frameworks = files.filter(file => !others.includes(file));
  return { frameworks, documents, crosswalks, forms, metadata };
}

function yamlFiles(directory) {
  return readdirSync(directory)
    .sort()
    .map(name => join(directory, name))
    .flatMap(path => (statSync(path).isDirectory() ? yamlFiles(path) : path.endsWith('.yaml') ? [path] : []));
}

/** A JSON Schema of catalogs/schema. */
export function readSchema(name) {
  return JSON.parse(readFileSync(join(folder, 'schema', `${name}.schema.json`), 'utf8'));
}

/** The metadata of cards put together: the keys of all cards, and every list of values. */
export function cardMetadata(files) {
  const { source, date, cards } = files.find(({ data }) => data.cards !== undefined).data;
  return { source, date, cards, lists: Object.assign({}, ...files.map(({ data }) => data.lists ?? {})) };
}
