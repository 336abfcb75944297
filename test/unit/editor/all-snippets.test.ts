// Every snippet that package.json contributes, with its defaults kept, in a document of its kind.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DocumentKind } from '../../../server/src/model/kinds.ts';
import { Checker } from '../../../server/src/rules/checker.ts';
import { RULES } from '../../../server/src/rules/registry.ts';
import { LIBRARY, ROOT, sessionOf } from '../../support/fixture.ts';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const { contributes } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  contributes: { snippets: readonly { readonly language: string; readonly path: string }[] };
};
const ALL = contributes.snippets.flatMap(({ language, path }) =>
  Object.entries(JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Record<string, Snippet>).map(
    ([name, snippet]) => ({ language, name, snippet, prefix: snippet.prefix[0] ?? '' }),
  ),
);

const DATE: Readonly<Record<string, string>> = { YEAR: '2026', MONTH: '11', DATE: '22' };

/** The text that a snippet inserts when all its defaults are kept, as the editor reads its syntax. */
function expanded({ body }: Snippet): string {
  return body
    .join('\n')
    .replace(/(?<!\\)\$CURRENT_(YEAR|MONTH|DATE)/g, (_, part: string) => DATE[part] ?? '')
    .replace(/(?<!\\)\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/(?<!\\)\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
    .replace(/(?<!\\)\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

/** Where a snippet belongs: a file, the kind that it is to be, and the text around the snippet. */
interface Home {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly text: (inserted: string) => string;
}

const indented = (text: string, depth: number): string => text.replace(/^(?=.)/gm, ' '.repeat(depth));
const whole = (text: string): string => text;

function home(language: string, name: string, prefix: string): Home {
  return language === 'yaml' ? yamlHome(prefix) : markdownHome(name, prefix);
}

function yamlHome(prefix: string): Home {
  if (prefix === 'clausewright-config') return { path: 'clausewright.yaml', kind: 'config', text: whole };
  if (prefix === 'assessment') return { path: 'aiia.yaml', kind: 'impact-assessment', text: whole };
  if (prefix.startsWith('assessment-')) {
    const head = 'clausewright: impact-assessment/1\nsystem: scoring\n';
    return { path: 'aiia.yaml', kind: 'impact-assessment', text: text => `${head}${text}\n` };
  }
  const head = 'clausewright: control-mapping/1\nsystem: { id: scoring }\ncontrols:\n';
  const entry = `${head}  - id: A.6.2.4\n`;
  const inMapping = (text: Home['text']): Home => ({ path: 'controls.yaml', kind: 'control-mapping', text });
  if (prefix === 'control-mapping') return inMapping(whole);
  if (prefix.startsWith('control-')) return inMapping(text => head + indented(text, 2));
  if (prefix.startsWith('evidence-')) return inMapping(text => `${entry}    evidence:\n${indented(text, 6)}`);
  if (prefix === 'sign-off')
    return inMapping(text => `${entry}    evidence:\n      - path: docs/card.md\n${indented(text, 8)}`);
  return inMapping(text => `${entry}${indented(text, 4)}\n`);
}

function markdownHome(name: string, prefix: string): Home {
  const kinds: readonly (readonly [RegExp, DocumentKind])[] = [
    [/^Incident/, 'incident'],
    [/ssessment/, 'impact-assessment'],
    [/^Dataset/, 'dataset-card'],
  ];
  const kind = kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'model-card';
  const isWhole = /^(?:model-card|dataset-card|impact-assessment$|incident$)/.test(prefix);
  const around = (text: string): string =>
    `---\nclausewright: ${kind}/1\nsystem: scoring\n---\n\n# A title\n\n${text}\n`;
  return { path: 'docs/document.md', kind, text: isWhole ? whole : around };
}

describe.each(ALL)('$language: $name', ({ language, name, snippet, prefix }) => {
  const { path, kind, text } = home(language, name, prefix);
  const document = text(expanded(snippet));
  const session = sessionOf(new Map([[path, document]]));

  test('is recognised', () => {
    expect(session.document(path)?.model.kind).toBe(kind);
    expect(document).not.toMatch(/\$\{|\$\d/);
  });

  test('is read without a fault, and has no error in it', () => {
    const found = new Checker(session, RULES).findings(path);
    const grave = found.filter(each => each.rule.startsWith('syntax/') || each.severity === 'error');
    // What the snippet points at is not there yet.
    expect(grave.filter(each => each.rule !== 'evidence/missing-file').map(each => each.message)).toEqual([]);
  });
});

test('there is one for every section of every kind, and one for every kind of evidence', () => {
  const headings = ALL.flatMap(({ name, snippet }) =>
    snippet.body.flatMap(line => {
      const heading = /^#+ (.+)/.exec(line)?.[1];
      return heading === undefined ? [] : [{ name, heading }];
    }),
  );
  for (const [kind, lead] of [
    ['model-card', 'Card: '],
    ['dataset-card', 'Dataset card: '],
    ['impact-assessment', 'Assessment: '],
    ['incident', 'Incident: '],
  ] as const) {
    const vocabulary = LIBRARY.vocabulary(kind);
    const there = headings
      .filter(({ name }) => name.startsWith(lead))
      .map(({ heading }) => vocabulary.recognise(heading)?.id);
    const wanted = vocabulary.concepts.filter(each => each.combines === undefined).map(each => each.id);
    expect(wanted.filter(id => !there.includes(id))).toEqual([]);
  }
  const kinds = ['policy', 'procedure', 'record', 'report', 'test', 'log', 'ticket'];
  expect(kinds.filter(each => !ALL.some(({ prefix }) => prefix === `evidence-${each}`))).toEqual([]);
});

test('prefixes are told apart in each language', () => {
  for (const language of ['markdown', 'yaml']) {
    const prefixes = ALL.filter(each => each.language === language).flatMap(each => each.snippet.prefix);
    expect(prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index)).toEqual([]);
  }
});
