import { describe, expect, test } from 'vitest';
import { PLAIN } from '../../../server/src/report/paint.ts';
import { type Roadmap, roadmapsOf } from '../../../server/src/report/roadmap.ts';
import { roadmapJson, roadmapMarkdown, roadmapText } from '../../../server/src/report/roadmap-text.ts';
import { digestOf } from '../../../server/src/text/digest.ts';
import { coverageOf } from '../../../server/src/workspace/evidence/coverage.ts';
import { LIBRARY, parseFixture, sessionOf } from '../../support/fixture.ts';

const TEXT = 'Each risk is assessed by likelihood and consequence, and the results are kept.\n';
const EVERYTHING = (LIBRARY.catalog('iso-42001')?.data.items ?? [])
  .filter(item => item.kind === 'control' || item.template !== undefined)
  .map(item => item.id);

/** The roadmaps of a mapping with these entries. */
function roadmaps(entries: string, keys = ''): Roadmap[] {
  const text = `//- controls.yaml\nclausewright: control-mapping/1\nsystem: { id: scoring, owner: jane@example.org }\n${keys}controls:\n${entries}//- risk.md\n${TEXT}`;
  const session = sessionOf(parseFixture(text, 'controls.yaml').files);
  return roadmapsOf(coverageOf(session), framework => session.library.catalog(framework));
}

function theOnly(entries: string): Roadmap {
  const [roadmap, ...others] = roadmaps(entries);
  if (roadmap === undefined || others.length > 0) throw new Error('not one roadmap');
  return roadmap;
}

/** The ids of the gaps of each phase. */
const gapsOf = ({ phases }: Roadmap): string[][] =>
  phases.map(phase => phase.steps.flatMap(step => step.gaps.map(gap => gap.id.slice(10))));

describe('the phases of a certification project', () => {
  test('come in order, within about a year', () => {
    const { phases } = theOnly('  A.2.2: { status: planned }\n');
    expect(phases.map(each => each.id)).toEqual([
      'foundation',
      'risk-management',
      'operation',
      'certification-preparation',
    ]);
    const months = phases.map(each => each.months);
    expect([months[0]?.from, months.at(-1)?.to]).toEqual([1, 12]);
    for (const [index, { from, to }] of months.entries()) {
      expect(from).toBeLessThanOrEqual(to);
      expect(from).toBeGreaterThanOrEqual(months[index - 1]?.from ?? 1);
    }
  });

  test('close every control and every clause with documented information once', () => {
    const gaps = gapsOf(theOnly('  A.2.2: { status: planned }\n')).flat();
    expect(gaps.toSorted()).toEqual(EVERYTHING.toSorted());
    expect(gaps).toHaveLength(38 + 17);
  });

  test('nothing is open where everything has what it needs', () => {
    const entries = EVERYTHING.map(id => `  "${id}": { status: implemented, evidence: [risk.md] }\n`).join(
      '',
    );
    const roadmap = theOnly(entries);
    expect([roadmap.open, roadmap.items, gapsOf(roadmap).flat()]).toEqual([0, 55, []]);
    expect(roadmapText([roadmap], PLAIN)).toContain('Nothing is open.');
    expect(roadmapMarkdown([roadmap])).toContain('- [x] **Review it with management**');
  });
});

describe('a gap', () => {
  test('says what to do next', () => {
    const digest = digestOf('Another text.');
    const roadmap = theOnly(`  A.2.2: { status: implemented, evidence: [RISK-42] }
  A.2.3: { status: implemented }
  "5.2":
    status: implemented
    evidence: [{ path: risk.md, reviewed: { by: sam@example.org, on: 2026-10-01, digest: ${digest} } }]
  A.2.4: { status: implemented, evidence: [risk.md] }
  A.3.2: { applicable: false, justification: Shown elsewhere. }
`);
    const gaps = roadmap.phases[0]?.steps.flatMap(step => step.gaps) ?? [];
    const todo = (id: string): string | undefined => gaps.find(each => each.id === `iso-42001:${id}`)?.todo;
    expect(todo('A.2.2')).toMatch(/^make its evidence documented, it is asserted: /);
    expect(todo('A.2.3')).toBe('give it evidence');
    expect(todo('A.3.3')).toBe('give it an entry, and evidence');
    expect(todo('5.2')).toBe('sign the changed text again');
    expect([todo('A.2.4'), todo('A.3.2')]).toEqual([undefined, undefined]);
    expect(gaps.find(each => each.id === 'iso-42001:A.2.3')?.start).toBe('policy-alignment.md');
    expect(gaps.find(each => each.id === 'iso-42001:A.2.2')?.start).toBeUndefined();
  });

  test('an excluded control is no item of the roadmap', () => {
    expect(theOnly('  A.10.4: { applicable: false, justification: Internal use only. }\n').items).toBe(54);
  });
});

test('a framework without phases has no roadmap', () => {
  expect(roadmaps('  GOVERN 1.1: { status: planned }\n', 'framework: nist-ai-rmf\n')).toEqual([]);
  expect(roadmapText([], PLAIN)).toContain('No control mapping');
});

test('every form names every gap, and promises nothing', () => {
  const all = roadmaps('  A.2.2: { status: planned }\n');
  const json = JSON.parse(roadmapJson(all)) as { version: number; roadmaps: Roadmap[] };
  expect(json).toMatchObject({ version: 1, roadmaps: [{ framework: 'iso-42001', system: 'scoring' }] });
  for (const text of [roadmapText(all, PLAIN), roadmapMarkdown(all)]) {
    for (const id of EVERYTHING) expect(text).toContain(`${id} `);
    expect(text).not.toMatch(/\bcompliant\b/i);
    expect(text).toContain('no statement of conformity');
  }
});
