import { describe, expect, test } from 'vitest';
import { explain, explainItem, explainRule } from '../../../server/src/features/explain.ts';
import { controlMarkdown } from '../../../server/src/features/hover/control.ts';
import { LIBRARY } from '../../support/fixture.ts';
import { SOME_RULES } from './fixtures.ts';

function checkControl(text: string, framework?: string) {
  const told = explain(LIBRARY, SOME_RULES, text, framework);
  if (told === undefined || told.kind === 'rule' || !('framework' in told)) return undefined;
  return told;
}

describe('explain', () => {
  test('a control has the keys of the contract, in order', () => {
    const told = checkControl('iso-42001:A.7.5');
    expect(Object.keys(told ?? {}).slice(0, 10)).toEqual([
      'id',
      'framework',
      'edition',
      'kind',
      'title',
      'summary',
      'purpose',
      'evidence',
      'sections',
      'crosswalk',
    ]);
    expect(told).toMatchObject({
      id: 'iso-42001:A.7.5',
      framework: 'iso-42001',
      edition: '2023',
      kind: 'control',
      title: 'Data provenance',
    });
    expect(told?.sections).toContain('Model card: Data provenance');
    expect(told?.crosswalk.map(each => each.basis)).toEqual(
      expect.arrayContaining(['published', 'editorial']),
    );
    expect(told?.asks.length).toBeGreaterThan(1);
    expect(told?.related.every(id => LIBRARY.item(id) !== undefined)).toBe(true);
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  });

  test.each([
    ['A-6-2-4', 'iso-42001:A.6.2.4'],
    ['ISO/IEC 42001:2023 A.6.2.4', 'iso-42001:A.6.2.4'],
    ['Clause 6.1.4', 'iso-42001:6.1.4'],
    ['6.1.3', 'iso-42001:6.1.3'],
    ['Art. 14', 'eu-ai-act:Art. 14'],
    ['MEASURE 2.3', 'nist-ai-rmf:MEASURE 2.3'],
  ])('%s', (text, id) => expect(checkControl(text)?.id).toBe(id));

  test('a bare id takes the framework it is asked in', () => {
    expect(checkControl('A.5.2', 'iso-27001')?.id).toBe('iso-27001:A.5.2');
    expect(checkControl('A.77.1')).toBeUndefined();
    expect(checkControl('iso-42001:MEASURE 2.3')).toBeUndefined();
  });

  test('an objective line names the controls under it', () => {
    const told = checkControl('A.6.2.1');
    expect(told?.kind).toBe('objective');
    expect(told?.controls).toEqual([2, 3, 4, 5, 6, 7, 8].map(n => `iso-42001:A.6.2.${n}`));
  });

  test('a rule', () => {
    const told = explain(LIBRARY, SOME_RULES, 'mapping/missing-owner');
    expect(told).toMatchObject({
      id: 'mapping/missing-owner',
      kind: 'rule',
      severity: 'warning',
      clauses: ['iso-42001:5.3'],
    });
    expect(SOME_RULES[0] && Object.keys(explainRule(SOME_RULES[0])).slice(0, 2)).toEqual(['id', 'kind']);
  });

  test('every control of ISO/IEC 42001 has something to say under each heading', () => {
    const catalog = LIBRARY.catalog('iso-42001');
    expect(catalog?.controls.length).toBe(38);
    for (const item of catalog?.controls ?? []) {
      const told = catalog && explainItem(LIBRARY, { catalog, item });
      for (const list of [told?.asks, told?.evidence, told?.sections, told?.related])
        expect([item.id, list?.length ?? 0]).not.toEqual([item.id, 0]);
      expect(told?.purpose).toBeDefined();
    }
  });

  test('every item of every catalog can be explained and shown, and leads to items that exist', () => {
    const lost: string[] = [];
    for (const { id } of LIBRARY.heads) {
      const catalog = LIBRARY.catalog(id);
      for (const item of catalog?.data.items ?? []) {
        if (catalog === undefined) continue;
        const told = explainItem(LIBRARY, { catalog, item });
        expect(controlMarkdown(LIBRARY, { catalog, item })).toContain(told.provenance.retrieved);
        for (const other of [...told.related, ...told.crosswalk.map(each => each.id)])
          if (LIBRARY.item(other) === undefined) lost.push(`${told.id} → ${other}`);
      }
    }
    expect(lost).toEqual([]);
  });
});
