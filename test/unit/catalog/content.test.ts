import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LIBRARY, ROOT } from '../../support/fixture.ts';

function catalogOf(framework: string) {
  const catalog = LIBRARY.catalog(framework);
  if (catalog === undefined) throw new Error(`no catalog ${framework}`);
  return catalog;
}

const idsOf = (framework: string, kind: string): string[] =>
  catalogOf(framework)
    .data.items.filter(item => item.kind === kind)
    .map(item => item.id);

describe('counts', () => {
  test('17 clauses of ISO/IEC 42001 call for documented information', () => {
    expect(catalogOf('iso-42001').records.map(item => item.id)).toEqual([
      '4.3',
      '5.2',
      '6.1.1',
      '6.1.2',
      '6.1.3',
      '6.1.4',
      '6.2',
      '7.2',
      '7.5',
      '8.1',
      '8.2',
      '8.3',
      '8.4',
      '9.1',
      '9.2.2',
      '9.3.3',
      '10.2',
    ]);
  });

  test('EU AI Act: 32 articles, 13 letters of Art. 17(1), six of Art. 27(1), every letter of Annexes III, IV, XI and XII', () => {
    const act = catalogOf('eu-ai-act');
    const parts = (id: string): number => act.children(id).length;
    expect(idsOf('eu-ai-act', 'article')).toHaveLength(32);
    expect([parts('Art. 17'), parts('Art. 27')]).toEqual([13, 6]);
    expect(idsOf('eu-ai-act', 'category').map(parts)).toEqual([3, 0, 4, 2, 4, 5, 4, 2]);
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map(n => parts(`Annex IV.${n}`))).toEqual([8, 8, 4, 0, 0, 0, 0, 0, 0]);
    expect(['XI.1.1', 'XI.1.2', 'XI.2.1', 'XII.1', 'XII.2'].map(n => parts(`Annex ${n}`))).toEqual([
      6, 5, 0, 8, 3,
    ]);
  });

  test('HITRUST: the 38 requirements that were seen, and none of the six that were not', () => {
    const numbers = idsOf('hitrust-ai', 'requirement').map(id => Number(id.slice(3)));
    const unseen = [27, 30, 34, 37, 38, 44];
    expect(numbers).toEqual(Array.from({ length: 44 }, (_, i) => i + 1).filter(n => !unseen.includes(n)));
    expect(catalogOf('hitrust-ai').data).toMatchObject({ needed: 'tested', exclusions: false });
  });

  test('ISO/IEC 23894 and 42005 at the level of sub-clauses', () => {
    expect([idsOf('iso-23894', 'objective').length, idsOf('iso-23894', 'source').length]).toEqual([11, 7]);
    expect(idsOf('iso-42005', 'clause')).toHaveLength(21);
  });

  test.each([
    ['nist-ai-rmf--iso-42001', 280, 'published'],
    ['eu-ai-act--iso-42001', 112, 'editorial'],
    ['eu-annex-iv--iso-42001', 43, 'editorial'],
    ['iso-42001--iso-27001-annex-a', 51, 'editorial'],
    ['iso-42001--iso-27001-clauses', 30, 'derived'],
    ['iso-42001--iso-42005', 11, 'derived'],
    ['iso-42001--iso-23894', 7, 'editorial'],
    ['iso-42005--nist-ai-rmf', 33, 'published'],
    ['nist-ai-rmf--iso-23894', 33, 'published'],
    ['nist-ai-600-1--nist-ai-rmf', 231, 'derived'],
    ['gdpr--iso-42001', 25, 'editorial'],
    ['owasp-llm-2025--2026', 10, 'derived'],
    ['owasp-llm-2026--mitre-atlas', 35, 'published'],
    ['owasp-llm-2026--owasp-agentic', 31, 'published'],
    ['owasp-llm-2026--iso-42001', 22, 'editorial'],
  ])('%s: %i pairs, %s', (id, pairs, basis) => {
    const set = LIBRARY.heads.flatMap(head => LIBRARY.crosswalkSets(head.id)).find(each => each.id === id);
    expect([set?.pairs.length, set?.basis, set?.caveat === undefined]).toEqual([pairs, basis, false]);
    expect(set?.publisher === undefined).toBe(basis === 'editorial');
  });
});

describe('dates are data', () => {
  test('each date of a duty names its source, and those that moved say what they were', () => {
    const dates = catalogOf('eu-ai-act').data.items.flatMap(item => item.applies ?? []);
    expect(dates.length).toBeGreaterThan(60);
    for (const date of dates) expect(date.source.length).toBeGreaterThan(5);
    for (const from of ['2027-12-02', '2028-08-02'])
      for (const date of dates.filter(each => each.from === from))
        expect(date.was).toBe(from === '2027-12-02' ? '2026-08-02' : '2027-08-02');
  });

  test('no code knows one: dates stand in the examples of rules only', () => {
    const folder = join(ROOT, 'server', 'src');
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith('.ts') && !path.includes('generated') && !SAMPLES.test(path))
      .flatMap(path => {
        const code = withoutExamples(readFileSync(join(folder, path), 'utf8'));
        return [...code.matchAll(/\b20\d\d-\d\d-\d\d\b/g)].map(hit => `${path}: ${hit[0]}`);
      });
    expect(found).toEqual([]);
  });
});

/** Files whose dates show the user how one is written, or are names: a version of the Model Context Protocol is called by its day. */
const SAMPLES = /(?:value-faults|invalid-suppression|mcp.versions)\.ts$/;

/** Code without comments, and a rule without the documents that are its examples. */
function withoutExamples(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^ {2}(?:bad|good): \[[\s\S]*?^ {2}\],/gm, '');
}

describe('licences', () => {
  test('where a licence asks for attribution there is one', () => {
    for (const { id } of LIBRARY.heads) {
      const { provenance } = catalogOf(id).data;
      expect(provenance.sources.length, id).toBeGreaterThan(0);
      if (/CC BY|Apache|attribution/.test(provenance.licence))
        expect(provenance.attribution, id).toBeDefined();
    }
  });

  test('PCI DSS by number only', () => {
    for (const item of catalogOf('pci-dss').data.items)
      expect([item.asks, item.evidence, item.purpose], item.id).toEqual([undefined, undefined, undefined]);
  });
});
