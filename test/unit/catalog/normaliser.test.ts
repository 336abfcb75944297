import { describe, expect, test } from 'vitest';
import { idKey } from '../../../server/src/catalog/ids.ts';
import { LIBRARY } from '../../support/fixture.ts';
import { spellingsOf } from './spellings.ts';

const FRAMEWORKS = LIBRARY.heads.map(head => head.id);

function catalogOf(framework: string) {
  const catalog = LIBRARY.catalog(framework);
  if (catalog === undefined) throw new Error(`no catalog ${framework}`);
  return catalog;
}

/** The ids that a text is read as, in a document whose framework is `framework`. */
function checkRead(text: string, framework: string): string[] {
  return LIBRARY.resolveAll(text, framework).map(({ catalog, item }) => `${catalog.id}:${item?.id ?? '?'}`);
}

describe.each(FRAMEWORKS)('%s', framework => {
  test('no two items can be taken for one another', () => {
    const catalog = catalogOf(framework);
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const item of catalog.data.items)
      for (const spelling of [item.id, ...(item.spellings ?? [])]) {
        const key = idKey(spelling, catalog.grammar);
        const owner = owners.get(key);
        if (owner !== undefined && owner !== item.id) clashes.push(`${spelling}: ${owner} and ${item.id}`);
        owners.set(key, item.id);
      }
    expect(clashes).toEqual([]);
  });

  test('every spelling of every id comes back to that id and no other', () => {
    const catalog = catalogOf(framework);
    const lost: string[] = [];
    let tried = 0;
    for (const item of catalog.data.items)
      for (const listed of [item.id, ...(item.spellings ?? [])])
        for (const spelling of spellingsOf(catalog, listed)) {
          tried += 1;
          const read = LIBRARY.resolve(spelling, framework);
          for (const found of [catalog.find(spelling), read?.item])
            if (found !== item) lost.push(`${JSON.stringify(spelling)} for ${item.id}: ${found?.id}`);
        }
    expect(lost).toEqual([]);
    expect(tried).toBeGreaterThan(catalog.data.items.length * 10);
  });

  test('every spelling behind a name of the framework is that id in any document', () => {
    const catalog = catalogOf(framework);
    const lost: string[] = [];
    for (const item of catalog.data.items)
      for (const spelling of spellingsOf(catalog, item.id))
        for (const name of [`${catalog.data.names[0]} `, `${framework}:`])
          if (LIBRARY.resolve(name + spelling.trim(), 'iso-23894')?.item !== item)
            lost.push(`${JSON.stringify(name + spelling)} for ${item.id}`);
    expect(lost).toEqual([]);
  });

  test('every name of the framework leads to it, with its edition and without', () => {
    const { data } = catalogOf(framework);
    const wrong: string[] = [];
    for (const item of data.items) {
      for (const name of data.names)
        for (const before of [
          `${name} `,
          `${name}\u00a0`,
          `${name}: `,
          `${name.toLowerCase()} `,
          `${name}:${data.edition} `,
          `${name} ${data.edition} `,
          `${name} (${data.edition}), `,
        ]) {
          const found = LIBRARY.resolve(before + item.id, 'iso-27001');
          if (found?.item !== item)
            wrong.push(`${before}${item.id}: ${found?.catalog.id}:${found?.item?.id}`);
        }
      for (const before of [`${data.id}:`, `${data.id}: `, `${data.name} `, `${data.name}, `])
        if (LIBRARY.resolve(before + item.id, 'iso-27001')?.item !== item) wrong.push(before + item.id);
    }
    expect(wrong).toEqual([]);
  });
});

describe('the spellings that documents use', () => {
  test.each([
    ['GOVERN 1.1', 'nist-ai-rmf', 'nist-ai-rmf:GOVERN 1.1'],
    ['GOVERN-1.1', 'nist-ai-rmf', 'nist-ai-rmf:GOVERN 1.1'],
    ['GV-1.1', 'nist-ai-rmf', 'nist-ai-rmf:GOVERN 1.1'],
    ['GOVERN\u00a01.1', 'nist-ai-rmf', 'nist-ai-rmf:GOVERN 1.1'],
    ['MEASURE\u202f2.11', 'nist-ai-rmf', 'nist-ai-rmf:MEASURE 2.11'],
    ['A-6-2-4', 'iso-42001', 'iso-42001:A.6.2.4'],
    ['A.\u00a06.2.4', 'iso-42001', 'iso-42001:A.6.2.4'],
    ['Clause 6.1.2', 'iso-42001', 'iso-42001:6.1.2'],
    ['Article 10', 'eu-ai-act', 'eu-ai-act:Art. 10'],
    ['Article\u00a010', 'eu-ai-act', 'eu-ai-act:Art. 10'],
    ['Annex IV, point 2 (d)', 'eu-ai-act', 'eu-ai-act:Annex IV.2(d)'],
    ['Annex XI, Section 1, point 1(b)', 'eu-ai-act', 'eu-ai-act:Annex XI.1.1(b)'],
    ['Article 17(1), point (a)', 'eu-ai-act', 'eu-ai-act:Art. 17(1)(a)'],
    ['Article 22 GDPR', 'gdpr', 'gdpr:GDPR Art. 22'],
    ['45 CFR § 164.308(a)(1)', 'hipaa', 'hipaa:164.308(a)(1)'],
    ['45 CFR 164.308(a)(1)', 'hipaa', 'hipaa:164.308(a)(1)'],
    ['45 CFR 164.308(a)(1)', 'iso-42001', 'hipaa:164.308(a)(1)'],
    ['45 CFR Part 164.308(a)(1)', 'iso-42001', 'hipaa:164.308(a)(1)'],
    ['45 CFR 164: 164.308(a)(1)', 'iso-42001', 'hipaa:164.308(a)(1)'],
    ['HIPAA 164.308(a)(1)', 'iso-42001', 'hipaa:164.308(a)(1)'],
    ['ISO/IEC 42001:2023 A.6.2.4', 'iso-27001', 'iso-42001:A.6.2.4'],
    ['ISO 42001:2022 A.5.2', 'iso-27001', 'iso-42001:A.5.2'],
    ['NIST AI RMF 1.0 GOVERN 1.1', 'iso-42001', 'nist-ai-rmf:GOVERN 1.1'],
    ['A.7.5 Data provenance', 'iso-42001', 'iso-42001:A.7.5'],
    ['A.7.2: Data provenance', 'iso-42001', 'iso-42001:A.7.2'],
  ])('%j in %s', (text, framework, id) => expect(checkRead(text, framework)).toEqual([id]));

  test('the id of another framework with the same number is another control', () => {
    for (const id of [
      'A.5.2',
      'A.5.3',
      'A.5.4',
      'A.5.5',
      'A.6.2',
      'A.7.2',
      'A.8.2',
      'A.8.3',
      'A.8.4',
      'A.8.5',
    ])
      expect(LIBRARY.item(`iso-42001:${id}`)?.item.title).not.toBe(
        LIBRARY.item(`iso-27001:${id}`)?.item.title,
      );
  });

  test.each(['A.3.4', 'A.6.6.2', 'A.6.10', 'A.8.1.1', 'B.6.2.4'])('%s is no item of ISO/IEC 42001', id =>
    expect(checkRead(id, 'iso-42001')).toEqual(['iso-42001:?']),
  );

  test('an OWASP id without its year takes the edition of its context, and none where there are two', () => {
    expect(checkRead('LLM03', 'owasp-llm-2026')).toEqual(['owasp-llm-2026:LLM03:2026']);
    expect(checkRead('owasp-llm-2025:LLM03', 'iso-42001')).toEqual(['owasp-llm-2025:LLM03:2025']);
    expect(checkRead('OWASP LLM Top 10 2025 LLM03', 'iso-42001')).toEqual(['owasp-llm-2025:LLM03:2025']);
    expect(checkRead('OWASP LLM Top 10: LLM03:2026', 'iso-42001')).toEqual(['owasp-llm-2026:LLM03:2026']);
    expect(checkRead('OWASP LLM Top 10: LLM03', 'iso-42001')).toEqual(['owasp-llm-2026:?']);
    expect(checkRead('LLM03', 'iso-42001')).toEqual(['iso-42001:?']);
  });

  test('a part that no catalog lists stands in the item that is listed', () => {
    const act = catalogOf('eu-ai-act');
    expect(act.find('Art. 10(2)(f)')).toBeUndefined();
    expect(act.holding('Art. 10(2)(f)')?.id).toBe('Art. 10');
    expect(act.holding('Art. 300(1)')).toBeUndefined();
    expect(act.holding('Art. 10')).toBeUndefined();
  });
});

describe('ranges', () => {
  test.each([
    ['A.5.2–A.5.5', 'iso-42001', ['A.5.2', 'A.5.3', 'A.5.4', 'A.5.5']],
    ['A.5.2-A.5.5', 'iso-42001', ['A.5.2', 'A.5.3', 'A.5.4', 'A.5.5']],
    ['A.5.2–5', 'iso-42001', ['A.5.2', 'A.5.3', 'A.5.4', 'A.5.5']],
    ['A.5.1 to A.5.3', 'iso-42001', ['A.5.2', 'A.5.3']],
    ['A.5.1\u00a0–\u202fA.5.3', 'iso-27001', ['A.5.1', 'A.5.2', 'A.5.3']],
    ['A-9-2 – A-10-2', 'iso-42001', ['A.9.2', 'A.9.3', 'A.9.4', 'A.10.2']],
    ['6.1.1–6.1.3', 'iso-42001', ['6.1.1', '6.1.2', '6.1.3']],
    ['Articles 9–11', 'eu-ai-act', ['Art. 9', 'Art. 10', 'Art. 11']],
    ['GV-1.1 through 1.3', 'nist-ai-rmf', ['GOVERN 1.1', 'GOVERN 1.2', 'GOVERN 1.3']],
    ['HT-01…HT-03', 'hitrust-ai', ['HT-01', 'HT-02', 'HT-03']],
  ])('%j in %s', (text, framework, ids) =>
    expect(checkRead(text, framework)).toEqual(ids.map(id => `${framework}:${id}`)),
  );

  test('A.5–A.6 names the controls of both groups, and no objective line', () => {
    const ids = checkRead('A.5–A.6', 'iso-42001');
    expect(ids).toHaveLength(13);
    expect(ids).not.toContain('iso-42001:A.5.1');
    expect(ids.at(-1)).toBe('iso-42001:A.6.2.8');
  });

  test.each([
    'A-6-2-4',
    'A.5.5–A.5.2',
    'A.5.2–',
    'A.5.2 – GOVERN 1.1',
    'A.5.2–A.5.2',
    `A.5.2–${'A'.repeat(200)}`,
  ])('%j is none', text => expect(checkRead(text, 'iso-42001').length).toBe(1));
});
