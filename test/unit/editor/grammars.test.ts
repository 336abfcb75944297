// What the grammars mark. Their expressions are run as they stand; VS Code's engine reads these parts the same way.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LIBRARY, ROOT } from '../../support/fixture.ts';

interface Rule {
  readonly match?: string;
  readonly begin?: string;
  readonly patterns?: readonly Rule[];
}

const grammar = (name: string) =>
  JSON.parse(readFileSync(join(ROOT, 'syntaxes', `${name}.injection.tmLanguage.json`), 'utf8')) as {
    readonly repository: Readonly<Record<string, Rule>>;
  };

/** All that a rule of a grammar marks in a text. */
function marked(name: string, rule: string, text: string): string[] {
  const { match, begin, patterns } = grammar(name).repository[rule] ?? {};
  const sources =
    match === undefined && begin === undefined ? patterns?.map(each => each.match) : [match ?? begin];
  return (sources ?? []).flatMap(source => {
    const plain = (source ?? '').replace('(?i)', '');
    return [...text.matchAll(new RegExp(plain, plain === source ? 'gm' : 'gim'))].map(hit => hit[0]);
  });
}

describe('YAML', () => {
  test('control ids where an id can stand', () => {
    const text =
      '- id: A.6.2.4\n  satisfies: [A.5.2, A.10.3]\n  x: v1.A.6.2.4\n  y: A.6.2.4.1\n  A.7.2: { status: planned }\n';
    expect(marked('yaml', 'control', text)).toEqual(['A.6.2.4', 'A.5.2', 'A.10.3', 'A.7.2']);
  });

  test('qualified ids of every framework', () => {
    for (const { id } of LIBRARY.heads) {
      expect(marked('yaml', 'qualified-control', `  - ${id}:MEASURE 2.3\n`)).toEqual([`${id}:MEASURE 2.3`]);
    }
    expect(marked('yaml', 'qualified-control', 'image: registry:5000/x\nurl: https://gdpr:x\n')).toEqual([]);
  });

  test('suppressions', () => {
    const text = 'a: 1 # clausewright-disable-line evidence/missing-file: later\n# clausewright-disableX\n';
    expect(marked('yaml', 'suppression', text)).toEqual([
      '# clausewright-disable-line evidence/missing-file: later',
    ]);
  });

  test('the mark of a kind, at the outermost level', () => {
    expect(marked('yaml', 'mark', 'clausewright: control-mapping/1\n  clausewright: config/1\n')).toEqual([
      'clausewright: control-mapping/1',
    ]);
  });
});

describe('Markdown', () => {
  test('control ids in prose', () => {
    const text = 'See A.5.2, (iso-42001:A.6.2.4), A.7.5. Not A.1.2, figureA.5.2, A.5.2/x or a.5.2.';
    expect(marked('markdown', 'control', text)).toEqual(['A.5.2', 'iso-42001:A.6.2.4', 'A.7.5']);
  });

  test('evidence comments and suppressions', () => {
    const text =
      '<!-- evidence: A.7.5 -->\n<!-- clausewright-disable-next-line card/placeholder: later -->\n<!-- evident -->\n';
    expect(marked('markdown', 'evidence-comment', text)).toEqual(['<!-- evidence:']);
    expect(marked('markdown', 'suppression', text)).toHaveLength(1);
  });

  test('placeholders, but no links', () => {
    const text = '[More Information Needed] [Describe the data] [describe it](x.md) [Insert](y.md) [x]';
    expect(marked('markdown', 'placeholder', text)).toEqual([
      '[More Information Needed]',
      '[Describe the data]',
    ]);
  });
});
