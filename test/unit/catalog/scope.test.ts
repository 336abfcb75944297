import { describe, expect, test } from 'vitest';
import { datesFor, type SystemTraits, scopeFor } from '../../../server/src/catalog/scope.ts';
import { SECTORS } from '../../../server/src/catalog/sectors.ts';
import { FORMATS } from '../../../server/src/generated/formats.ts';
import { LIBRARY } from '../../support/fixture.ts';

const UNKNOWN: SystemTraits = { role: null, stage: null, riskClass: null, modelType: null, sector: null };

/** Whether an item concerns a system, and the reason. */
function checkScope(qualified: string, traits: Partial<SystemTraits>) {
  const known = LIBRARY.item(qualified);
  if (known === undefined) throw new Error(`no item ${qualified}`);
  return scopeFor(known.catalog, known.item, { ...UNKNOWN, ...traits });
}

/** From when an item applies to a system. */
function checkDates(qualified: string, traits: Partial<SystemTraits>): string[] {
  const known = LIBRARY.item(qualified);
  if (known === undefined) throw new Error(`no item ${qualified}`);
  return datesFor(known.catalog, known.item, { ...UNKNOWN, ...traits }).map(each => each.from);
}

/** How many items of a framework concern a system. */
function checkCount(framework: string, traits: Partial<SystemTraits>): number {
  const catalog = LIBRARY.catalog(framework);
  return (catalog?.controls ?? []).filter(item => checkScope(`${framework}:${item.id}`, traits).inScope)
    .length;
}

describe('in scope or not, with the reason', () => {
  test('a deployer is not asked for the technical documentation of a provider', () => {
    const answer = checkScope('eu-ai-act:Annex IV.2', { role: 'deployer', riskClass: 'high' });
    expect(answer.inScope).toBe(false);
    expect(answer.why).toMatch(/^The role of this system is deployer\. .*provider/);
    expect(checkScope('eu-ai-act:Annex IV.2', { role: 'provider', riskClass: 'high' }).inScope).toBe(true);
  });

  test('a letter of an annex has the scope of its point', () => {
    expect(checkScope('eu-ai-act:Annex IV.2(d)', { role: 'deployer' }).inScope).toBe(false);
    expect(checkScope('eu-ai-act:Art. 17(1)(a)', { role: 'provider', riskClass: 'minimal' }).inScope).toBe(
      false,
    );
  });

  test('a predictive model is not asked for prompt injection, a generative one is', () => {
    for (const id of ['owasp-llm-2026:LLM01:2026', 'nist-ai-600-1:GAI-2', 'hitrust-ai:HT-11'])
      expect([
        checkScope(id, { modelType: 'predictive' }).inScope,
        checkScope(id, { modelType: 'generative' }).inScope,
      ]).toEqual([false, true]);
  });

  test('HITRUST asks every system for everything that its model type does not rule out', () => {
    expect(checkCount('hitrust-ai', { modelType: 'agentic' })).toBe(38);
    expect(checkCount('hitrust-ai', { modelType: 'predictive' })).toBe(36);
  });

  test('what happens after release is not asked of a system that is being designed', () => {
    for (const id of ['eu-ai-act:Art. 20', 'eu-ai-act:Art. 73'])
      expect([
        checkScope(id, { role: 'provider', riskClass: 'high', stage: 'design' }).inScope,
        checkScope(id, { role: 'provider', riskClass: 'high', stage: 'operation' }).inScope,
      ]).toEqual([false, true]);
  });

  test('a sector decides where a catalog knows it, and a word of one’s own decides nothing', () => {
    const id = 'hipaa:164.312(b)';
    expect(checkScope(id, { sector: 'health' })).toMatchObject({ inScope: true, unsaid: [] });
    expect(checkScope(id, { sector: 'finance' })).toMatchObject({ inScope: false });
    expect(checkScope(id, { sector: 'finance' }).why).toMatch(/^The sector of this system is finance\. /);
    expect(checkScope(id, { sector: 'hospital group' })).toMatchObject({ inScope: true, unsaid: ['sector'] });
  });

  test('the sectors that the format proposes are those that decide', () => {
    const { system } = FORMATS['control-mapping']?.definitions ?? {};
    expect(system?.properties?.['sector']?.examples).toEqual([...SECTORS]);
  });

  test('what a mapping does not say restricts nothing, and is named', () => {
    const answer = checkScope('eu-ai-act:Art. 9', {});
    expect(answer).toMatchObject({ inScope: true, unsaid: ['role', 'risk class'] });
    expect(checkScope('eu-ai-act:Art. 9', { role: 'provider', riskClass: 'high' }).unsaid).toEqual([]);
  });

  test('a role that the law does not know decides nothing', () => {
    expect(checkScope('eu-ai-act:Art. 9', { role: 'partner', riskClass: 'high' })).toMatchObject({
      inScope: true,
      unsaid: ['role'],
    });
  });

  test('an item without a restriction concerns everybody', () => {
    expect(checkScope('iso-42001:A.6.2.4', { role: 'deployer' })).toEqual({
      inScope: true,
      why: undefined,
      unsaid: [],
    });
  });

  test.each([
    [{ role: 'provider', riskClass: 'high' }, 34],
    [{ role: 'deployer', riskClass: 'high' }, 10],
    [{ role: 'deployer', riskClass: 'minimal' }, 3],
    [{ role: 'provider', riskClass: 'gpai' }, 12],
    [{}, 48],
  ])('EU AI Act for %j: %i', (traits, count) => expect(checkCount('eu-ai-act', traits)).toBe(count));
});

describe('dates by role and risk class', () => {
  test.each<[string, Partial<SystemTraits>, string[]]>([
    ['eu-ai-act:Art. 9', { role: 'provider', riskClass: 'high' }, ['2027-12-02', '2028-08-02']],
    ['eu-ai-act:Annex IV.2(d)', { role: 'provider', riskClass: 'high' }, ['2027-12-02', '2028-08-02']],
    [
      'eu-ai-act:Art. 26',
      { role: 'deployer', riskClass: 'high' },
      ['2027-12-02', '2028-08-02', '2030-08-02'],
    ],
    ['eu-ai-act:Art. 50', { role: 'provider', riskClass: 'limited' }, ['2026-08-02', '2026-12-02']],
    ['eu-ai-act:Art. 50', { role: 'deployer', riskClass: 'limited' }, ['2026-08-02']],
    ['eu-ai-act:Art. 4', {}, ['2025-02-02']],
    ['eu-ai-act:Art. 72', { role: 'provider', riskClass: 'high' }, ['2026-08-02']],
    ['iso-42001:A.5.2', {}, []],
  ])('%s for %j', (id, traits, dates) => expect(checkDates(id, traits)).toEqual(dates));

  test('models: at once, or two years later for those on the market before', () => {
    expect(checkDates('eu-ai-act:Art. 53', { role: 'provider', riskClass: 'gpai' })).toEqual([
      '2025-08-02',
      '2027-08-02',
    ]);
  });
});
