import { describe, expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/registry.ts';
import { clausewright } from './support/program.ts';

/** The JSON of an explanation. */
function explained(...words: string[]): Record<string, unknown> {
  const { code, out } = clausewright(['explain', ...words, '--format', 'json']);
  expect(code).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
}

describe('controls', () => {
  test.each([
    ['A.6.2.4'],
    ['A-6-2-4'],
    ['a.6.2.4'],
    ['iso-42001:A.6.2.4'],
    ['ISO/IEC 42001 A.6.2.4'],
    ['ISO/IEC 42001:2023 A.6.2.4'],
    ['ISO42001', 'A.6.2.4'],
  ])('%s %s', (...words) => {
    expect(explained(...words.filter(word => word !== undefined))['id']).toBe('iso-42001:A.6.2.4');
  });

  test('JSON begins with the promised keys', () => {
    const data = explained('iso-42001:A.7.5');
    expect(Object.keys(data).slice(0, 10)).toEqual([
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
    expect(data).toMatchObject({ framework: 'iso-42001', edition: '2023', kind: 'control' });
    for (const pair of data['crosswalk'] as Record<string, unknown>[])
      expect(pair).toMatchObject({
        id: expect.any(String),
        basis: expect.stringMatching(/^(?:published|derived|editorial)$/),
      });
  });

  test('a clause, and an id of the only framework that has it', () => {
    expect(explained('Clause 6.1.4')['id']).toBe('iso-42001:6.1.4');
    expect(explained('GOVERN 1.1')['id']).toBe('nist-ai-rmf:GOVERN 1.1');
  });

  test('where another framework has the same id, the user is told', () => {
    const { code, err } = clausewright(['explain', 'A.5.2']);
    expect(code).toBe(0);
    expect(err).toContain('explaining iso-42001:A.5.2; the same id is also iso-27001:A.5.2');
  });

  test('an id of several others is not guessed', () => {
    const { code, err } = clausewright(['explain', 'Art. 9']);
    expect(code).toBe(2);
    expect(err).toContain('eu-ai-act:Art. 9');
    expect(err).toContain('gdpr:');
  });

  test('text names the edition, what is asked for and the basis of each crosswalk', () => {
    const { out } = clausewright(['explain', 'A.7.5']);
    expect(out).toMatch(/^iso-42001:A\.7\.5 {2}Data provenance\n/);
    for (const part of [
      'ISO/IEC 42001:2023',
      'Typical evidence:',
      'Model card: Data provenance',
      'Evidence is also useful for (published',
    ])
      expect(out).toContain(part);
  });
});

describe('rules', () => {
  test.each(RULES.map(rule => rule.id))('%s', id => {
    const data = explained(id);
    expect(data).toMatchObject({ id, kind: 'rule' });
    expect(data['bad']).not.toEqual([]);
    expect(Object.keys(data)).toEqual(
      expect.arrayContaining(['severity', 'since', 'summary', 'why', 'clauses', 'options']),
    );
  });

  test('text shows why, and examples', () => {
    const { out } = clausewright(['explain', 'mapping/missing-owner']);
    for (const part of [
      'mapping/missing-owner  warning',
      'clause 5.3',
      'Found, at the marked text:',
      'In order:',
    ])
      expect(out).toContain(part);
  });

  test('what a rule has to do with the findings of others', () => {
    const text = (id: string): string => clausewright(['explain', id]).out.replaceAll('\n', ' ');
    expect(text('incident/missing-section')).toContain(
      'Not reported where incident/placeholder is, for the same gap.',
    );
    expect(text('card/no-limitations')).toContain('where card/placeholder or card/template-not-filled is,');
    expect(text('assessment/approved-with-errors')).toContain('such as assessment/acceptor.');
    expect(explained('incident/missing-section')['standIns']).toEqual(['incident/placeholder']);
  });
});
