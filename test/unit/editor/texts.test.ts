// The texts that a person reads, their translations, and the settings.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../support/fixture.ts';

/** What scripts/l10n/texts.mjs exports. */
interface Texts {
  textsOf(source: string, path: string): string[];
  differences(original: Record<string, string>, translated: Record<string, string>): string[];
}

const { differences, textsOf } = (await import(join(ROOT, 'scripts/l10n/texts.mjs'))) as Texts;

interface Setting {
  readonly markdownDescription?: string;
  readonly scope?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly {
      readonly id: string;
      readonly title: string;
      readonly order: number;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
  };
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const json = (path: string): Record<string, string> => JSON.parse(read(path)) as Record<string, string>;
/** The sources of the client that run in the extension host; a page's words come with the page. */
const SOURCES = globSync('client/src/**/*.ts', { cwd: ROOT })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => !path.startsWith('client/src/webview/'))
  .sort()
  .map(path => ({ path, text: read(path) }));

describe('translations', () => {
  const texts = [...new Set(SOURCES.flatMap(({ path, text }) => textsOf(text, path)))].sort();

  test('the bundle holds the texts of the client, no more and no less (node scripts/l10n.mjs)', () => {
    expect(Object.keys(json('l10n/bundle.l10n.json'))).toEqual(texts);
  });

  test.each(['de'])('%s is complete', language => {
    const bundle = Object.fromEntries(texts.map(text => [text, text]));
    expect(differences(bundle, json(`l10n/bundle.l10n.${language}.json`))).toEqual([]);
    expect(differences(json('package.nls.json'), json(`package.nls.${language}.json`))).toEqual([]);
  });

  test('what is missing, superfluous or maimed is told', () => {
    const original = { a: 'one', b: '{0} of {1}', c: '[x](command:clausewright.showLog)' };
    expect(differences(original, { b: '{0}', c: '[y](command:clausewright.showLog)', d: '' })).toHaveLength(
      3,
    );
    expect(textsOf("vscode.l10n.t(\n  'it\\'s \"so\"', 1)", 'x.ts')).toEqual(['it\'s "so"']);
    expect(() => textsOf('l10n.t(`a`)', 'x.ts')).toThrow('plain string');
  });
});

/** Where the editor takes words for a person, and what stands there as a literal. */
const SHOWN = [
  /\bshow(?:Information|Warning|Error)Message\(\s*(['"`])((?:(?!\1).)*)\1/g,
  /\bsetStatusBarMessage\(\s*(['"`])((?:(?!\1).)*)\1/g,
  /\b(?:label|title|description|detail|placeHolder|prompt|tooltip|openLabel|saveLabel)\s*[:=]\s*(['"`])((?:(?!\1).)*)\1/g,
  /\bnew vscode\.MarkdownString\(\s*(['"`])((?:(?!\1).)*)\1/g,
];

/** The words of a literal: without what is filled in, icons and our own name. */
function wordsOf(literal: string): string[] {
  const plain = literal
    .replace(/l10n\.t\('[^']*'/g, ' ')
    .replace(/\$\{[^}]*\}?|\$\([\w~-]+\)?|Clausewright|HTML/g, ' ');
  return plain.match(/\p{L}{2,}/gu) ?? [];
}

test('no text that a person reads stands in the code without its translation', () => {
  const found = SOURCES.flatMap(({ path, text }) =>
    SHOWN.flatMap(pattern =>
      [...text.matchAll(pattern)]
        .filter(hit => wordsOf(hit[2] ?? '').length > 0)
        .map(hit => `${path}: ${hit[0]}`),
    ),
  );
  expect(found).toEqual([]);
});

describe('settings', () => {
  const { configuration } = (JSON.parse(read('package.json')) as Manifest).contributes;
  const settings = configuration.flatMap(({ properties }) => Object.entries(properties));

  test('stand in groups that have a title and a place', () => {
    expect(configuration.length).toBeGreaterThan(1);
    expect(configuration.map(({ order }) => order)).toEqual(configuration.map((_, index) => index + 1));
    for (const { title } of configuration) expect(title).toMatch(/^%configuration\.\w+%$/);
  });

  test('are described, each value too, and have a scope and a default', () => {
    const nls = json('package.nls.json');
    for (const [name, setting] of settings) {
      const described = nls[setting.markdownDescription?.replaceAll('%', '') ?? ''] ?? '';
      expect(described.length, name).toBeGreaterThan(30);
      expect(setting.scope, name).toBeDefined();
      expect(setting.default, name).toBeDefined();
      expect(setting.enumDescriptions?.length, name).toBe(setting.enum?.length);
    }
  });

  test('are read: by the client under their full name, or by the server part by part', () => {
    const client = SOURCES.map(({ text }) => text).join('\n');
    const server = read('server/src/lsp/options.ts');
    const dead = settings
      .map(([name]) => name)
      .filter(name => {
        const parts = name.split('.').slice(1);
        const byServer = parts.every(part => new RegExp(`\\b${part}\\b`).test(server));
        return !client.includes(`'${name}'`) && !byServer;
      });
    expect(dead).toEqual([]);
  });
});
