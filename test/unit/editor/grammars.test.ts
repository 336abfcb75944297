// What the grammars mark, in the fixtures of test/grammar: `⟦kind|text⟧` is a stretch that they are to mark so.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MARKABLE_KINDS } from '../../../server/src/model/kinds.ts';
import { LIBRARY, ROOT } from '../../support/fixture.ts';
import { HOSTS, type Host, type Token, tokenized } from '../../support/tokens.ts';

/** What is marked, by the scopes of ours that say so. Punctuation is left out. */
const KINDS: Readonly<Record<string, string>> = {
  'keyword.other.kind.clausewright': 'kind',
  'keyword.other.evidence.clausewright': 'claim',
  'constant.other.control.clausewright': 'control',
  'string.other.link.evidence.clausewright': 'evidence',
  'entity.name.section.evidence.clausewright': 'section',
  'keyword.control.suppression.clausewright': 'suppression',
  'entity.name.tag.rule.clausewright': 'rule',
  'invalid.deprecated.placeholder.clausewright': 'placeholder',
};

/** The line with its marked stretches in `⟦kind|…⟧`. */
function shown(line: readonly Token[]): string {
  return line
    .map(({ text, scopes }) => {
      const kind = scopes.flatMap(scope => KINDS[scope] ?? []).at(-1);
      return kind === undefined ? text : text.replace(/^(\s*)(.*?)(\s*)$/, `$1⟦${kind}|$2⟧$3`);
    })
    .join('');
}

async function marked(host: Host, language: 'markdown' | 'yaml', text: string): Promise<string> {
  return (await tokenized(host, language, text)).map(shown).join('\n');
}

describe.each(HOSTS)('over the grammars of %s', host => {
  test.each([
    ['yaml', 'mapping.yaml.txt'],
    ['markdown', 'card.md.txt'],
  ] as const)('%s: %s', async (language, name) => {
    const expected = readFileSync(join(ROOT, 'test/grammar/fixtures', name), 'utf8');
    expect(await marked(host, language, expected.replace(/⟦\w+\||⟧/g, ''))).toBe(expected);
  });

  test('every id of every framework is marked whole where its framework stands before it', async () => {
    const ids = LIBRARY.heads.flatMap(({ id }) => {
      const { items = [] } = LIBRARY.catalog(id)?.data ?? {};
      return items.map(item => `${id}:${item.id}`);
    });
    expect(ids.length).toBeGreaterThan(500);
    const lines = await marked(host, 'yaml', ids.map(id => `- ${id}`).join('\n'));
    expect(lines.split('\n').filter((line, index) => line !== `- ⟦control|${ids[index]}⟧`)).toEqual([]);
  });

  test('every kind that can be named is marked', async () => {
    for (const kind of [...MARKABLE_KINDS, 'config'])
      expect(await marked(host, 'yaml', `clausewright: ${kind}/1`)).toBe(`clausewright: ⟦kind|${kind}/1⟧`);
  });
});
