import { describe, expect, test } from 'vitest';
import { Library } from '../../../server/src/catalog/library.ts';
import { catalogsIn } from '../../../server/src/hosts/node/catalogs.ts';
import { LIBRARY, ROOT } from '../../support/fixture.ts';

/** How many items of each kind a framework has. */
function countsOf(framework: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of LIBRARY.catalog(framework)?.data.items ?? []) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** How many items stand directly under each of several others. */
function under(framework: string, ...ids: string[]): number[] {
  return ids.map(id => LIBRARY.catalog(framework)?.children(id).length ?? 0);
}

describe('how much a framework has to answer', () => {
  test.each([
    ['iso-42001', 38],
    ['iso-27001', 93],
    ['nist-ai-rmf', 72],
    ['nist-ai-600-1', 12],
    ['nist-csf', 106],
    ['hitrust-ai', 38],
    ['owasp-llm-2025', 10],
    ['owasp-llm-2026', 10],
    ['owasp-agentic', 10],
    ['owasp-ml', 10],
    ['mitre-atlas', 35],
    ['gdpr', 17],
    ['hipaa', 22],
    ['pci-dss', 12],
  ])('%s: %i', (framework, controls) => {
    expect(LIBRARY.catalog(framework)?.controls).toHaveLength(controls);
  });
});

describe('how a framework is built', () => {
  test('ISO/IEC 42001: nine groups of Annex A with ten objectives, and 24 second-level clauses', () => {
    expect(countsOf('iso-42001')).toMatchObject({ control: 38, objective: 10 });
    const items = LIBRARY.catalog('iso-42001')?.data.items ?? [];
    expect(items.filter(({ id }) => /^A\.\d+$/.test(id))).toHaveLength(9);
    expect(items.filter(({ id, kind }) => kind === 'clause' && /^\d+\.\d+$/.test(id))).toHaveLength(24);
  });

  test('ISO/IEC 42001: what published mappings take for controls and is none', () => {
    for (const id of ['A.3.4', 'A.6.6.2', 'A.6.10', 'A.8.1', 'A.9.1'])
      expect(
        LIBRARY.catalog('iso-42001')?.controls.map(item => item.id),
        id,
      ).not.toContain(id);
    for (const id of ['A.5.1', 'A.6.1.1', 'A.6.2.1'])
      expect(LIBRARY.item(`iso-42001:${id}`)?.item.kind).toBe('objective');
  });

  test('ISO/IEC 27001: 37 organisational, 8 people, 14 physical and 34 technological controls', () => {
    expect(under('iso-27001', 'A.5', 'A.6', 'A.7', 'A.8')).toEqual([37, 8, 14, 34]);
  });

  test('NIST AI RMF: 19 categories; 19, 18, 22 and 13 subcategories', () => {
    expect(countsOf('nist-ai-rmf')).toEqual({ function: 4, category: 19, subcategory: 72 });
    const controls = LIBRARY.catalog('nist-ai-rmf')?.controls ?? [];
    const each = ['GOVERN', 'MAP', 'MEASURE', 'MANAGE'].map(
      name => controls.filter(({ id }) => id.startsWith(`${name} `)).length,
    );
    expect(each).toEqual([19, 18, 22, 13]);
  });

  test('NIST CSF: 6 functions, 22 categories, 106 subcategories', () => {
    expect(countsOf('nist-csf')).toEqual({ function: 6, category: 22, subcategory: 106 });
  });

  test('EU AI Act: 8 areas of Annex III, 9 points of Annex IV', () => {
    expect(under('eu-ai-act', 'Annex III', 'Annex IV')).toEqual([8, 9]);
  });

  test('MITRE ATLAS: 16 tactics, 101 techniques without their parts, 35 mitigations', () => {
    expect(countsOf('mitre-atlas')).toMatchObject({ tactic: 16, mitigation: 35 });
    const items = LIBRARY.catalog('mitre-atlas')?.data.items ?? [];
    expect(items.filter(({ id }) => /^AML\.T\d{4}$/.test(id))).toHaveLength(101);
  });
});

describe('every item', () => {
  test.each(LIBRARY.heads.map(head => head.id))('of %s can be explained', framework => {
    const catalog = LIBRARY.catalog(framework);
    for (const item of catalog?.data.items ?? []) {
      expect(item.title.trim(), item.id).not.toBe('');
      expect(item.summary.length, item.id).toBeGreaterThan(20);
      expect(catalog?.find(item.id), item.id).toBe(item);
      expect(LIBRARY.item(`${framework}:${item.id}`)?.item, item.id).toBe(item);
    }
  });
});

describe('crosswalks', () => {
  const sets = new Map(
    LIBRARY.heads.flatMap(head => LIBRARY.crosswalkSets(head.id)).map(set => [set.id, set]),
  );

  test('280 pairs of the NIST AI RMF and ISO/IEC 42001, and fourteen further sets', () => {
    const rmf = [...sets.values()].filter(
      ({ from, to }) => [from, to].sort().join() === 'iso-42001,nist-ai-rmf',
    );
    expect(rmf.flatMap(set => set.pairs)).toHaveLength(280);
    expect(sets.size).toBe(15);
  });

  test('are seen from both ends, with the same basis', () => {
    for (const set of sets.values()) {
      for (const pair of set.pairs) {
        const [from, to] = [`${set.from}:${pair.from}`, `${set.to}:${pair.to}`];
        const there = LIBRARY.crosswalks.of(from).find(each => each.id === to && each.set === set.id);
        const back = LIBRARY.crosswalks.of(to).find(each => each.id === from && each.set === set.id);
        expect([there?.basis, back?.basis], `${from} – ${to}`).toEqual([
          pair.basis ?? set.basis,
          pair.basis ?? set.basis,
        ]);
      }
    }
  });
});

test('a catalog is read when it is first asked for, and once', () => {
  const reads: string[] = [];
  const source = catalogsIn(`${ROOT}/dist/catalogs`);
  const library = new Library({
    ...source,
    catalog: framework => {
      reads.push(framework);
      return source.catalog(framework);
    },
  });
  library.resolve('A.6.2.4', 'iso-42001');
  library.resolve('iso-42001:A.7.2', 'nist-ai-rmf');
  expect([reads, library.loaded]).toEqual([['iso-42001'], ['iso-42001']]);
});
