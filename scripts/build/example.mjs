// The example that an installed extension can copy into a folder: one file, so that a browser can fetch it whole.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The largest example, in characters. */
const limit = 100_000;

/**
 * The text of dist/example.json.
 * @param {string} folder of the example
 * @throws when the example is too large, or holds something else than text
 */
export function exampleText(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const files = Object.fromEntries(
    names.map(name => [name, decoder.decode(readFileSync(path.join(folder, name)))]),
  );
  const text = JSON.stringify({ name: `clausewright-${path.basename(folder)}`, files });
  if (text.length > limit) throw new Error(`the example has ${text.length} characters, more than ${limit}`);
  return text;
}
