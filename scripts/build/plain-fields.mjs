import { readFile } from 'node:fs/promises';

const SLOW = /function _defineProperty\(e, r, t\) \{\n\treturn[^}]*\}[^}]*\}\n?/;
const PLAIN =
  'function _defineProperty(object, name, value) {\n\tobject[name] = value;\n\treturn object;\n}\n';

/**
 * The published markdown-it defines each field of each token through a helper that turns the field's name into a key
 * anew; that is a tenth of the time of reading a card. Assigning them does the same, as the fields have plain names
 * and no setters. A release that is built otherwise fails the build here, and this file can go.
 */
export const plainFields = {
  name: 'plain-fields',
  setup(hooks) {
    hooks.onLoad({ filter: /[\\/]markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, async ({ path }) => {
      const published = await readFile(path, 'utf8');
      const contents = published.replace(SLOW, PLAIN);
      if (contents === published)
        throw new Error(`${path} has no slow fields any more: drop scripts/build/plain-fields.mjs`);
      return { contents, loader: 'js' };
    });
  },
};
