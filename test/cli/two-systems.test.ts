import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/fixture.ts';
import { checkedIn } from '../support/git.ts';
import { placesOf, reportOf } from './support/json.ts';
import { clausewright } from './support/program.ts';

/** A copy of the example with a commit, since only git tells when what a test covers has changed. */
const FOLDER = mkdtempSync(join(tmpdir(), 'clausewright-two-systems-'));

beforeAll(() => {
  cpSync(join(ROOT, 'examples', 'two-systems'), FOLDER, { recursive: true });
  checkedIn(FOLDER);
});

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const FINDINGS = [
  'claims-triage/MODEL_CARD.md:6:12 crossdoc/dataset-terms',
  'claims-triage/MODEL_CARD.md:6:28 crossdoc/dataset-without-card',
  'claims-triage/MODEL_CARD.md:22:3 crossdoc/intended-use',
  'claims-triage/MODEL_CARD.md:26:72 crossdoc/personal-data',
  'claims-triage/MODEL_CARD.md:28:16 crossdoc/excluded-claim',
  'claims-triage/MODEL_CARD.md:37:8 crossdoc/metric',
  'claims-triage/MODEL_CARD.md:39:23 reference/wrong-title',
  'claims-triage/controls.yaml:11:14 mapping/duty-applies',
  'claims-triage/controls.yaml:24:13 mapping/overstated-status',
  'claims-triage/controls.yaml:31:9 evidence/too-weak',
  'claims-triage/controls.yaml:38:15 evidence/too-weak',
  'claims-triage/controls.yaml:45:77 review/changed-since',
  'claims-triage/controls.yaml:52:25 review/self-review',
  'claims-triage/controls.yaml:59:57 review/invalid-date',
  'claims-triage/controls.yaml:64:25 review/unknown-person',
  'claims-triage/controls.yaml:71:58 evidence/overdue-review',
  'claims-triage/controls.yaml:87:15 evidence/failing-test',
  'claims-triage/controls.yaml:94:15 evidence/stale-test',
  'claims-triage/controls.yaml:102:15 evidence/orphan',
  'claims-triage/controls.yaml:113:27 evidence/missing-heading',
  'claims-triage/controls.yaml:120:9 evidence/duplicate',
  'claims-triage/controls.yaml:123:15 evidence/empty-section',
  'claims-triage/controls.yaml:126:15 evidence/placeholder',
  'claims-triage/controls.yaml:131:15 evidence/missing-file',
  'claims-triage/controls.yaml:136:9 evidence/outside-workspace',
  'claims-triage/controls.yaml:143:18 evidence/expired',
  'claims-triage/controls.yaml:151:12 evidence/expired',
  'claims-triage/docs/impact-assessment.md:4:10 crossdoc/version',
  'claims-triage/docs/impact-assessment.md:15:90 reference/ambiguous-id',
  'claims-triage/docs/impact-assessment.md:16:35 reference/superseded-edition',
  'claims-triage/docs/impact-assessment.md:31:1 review/open-comment',
  'claims-triage/docs/oversight.md:12:63 evidence/orphan',
  'fraud-screening/soa.yaml:19:13 crossdoc/stage',
  'shared/models/fraud-screening.model-card.md:2:10 crossdoc/license',
  'shared/models/fraud-screening.model-card.md:7:8 crossdoc/owner',
  'shared/models/fraud-screening.model-card.md:25:12 crossdoc/metric',
];

test('examples/two-systems has exactly the findings that it is written to have', () => {
  const run = clausewright(['check', '--format', 'json'], { cwd: FOLDER });
  expect(placesOf(reportOf(run))).toEqual(FINDINGS);
  expect(run.code).toBe(1);
});

test('one system can be checked alone, with evidence from beside it', () => {
  const run = clausewright(['check', '--format', 'json', 'fraud-screening'], { cwd: FOLDER });
  expect(placesOf(reportOf(run))).toEqual(FINDINGS.filter(each => each.startsWith('fraud-screening/')));
});

test('coverage counts each system by its own mapping', () => {
  const run = clausewright(['coverage', '--format', 'json', '--framework', 'iso-42001'], { cwd: FOLDER });
  const { frameworks } = JSON.parse(run.out) as {
    frameworks: { system: string; applicable: number; met: number; strengths: object }[];
  };
  expect(frameworks.map(({ system, applicable, met }) => [system, applicable, met])).toEqual([
    ['claims-triage', 36, 13],
    ['fraud-screening', 38, 4],
  ]);
  expect(frameworks[1]).toMatchObject({
    strengths: { missing: 34, asserted: 0, documented: 3, reviewed: 0, tested: 1 },
  });
});

test('duties that do not concern a system are no gap, and the reason is told', () => {
  const run = clausewright(['coverage', '--format', 'json', '--framework', 'eu-ai-act'], { cwd: FOLDER });
  const { controls, frameworks } = JSON.parse(run.out) as {
    controls: { id: string; applicable: boolean; scopeReason: string | null }[];
    frameworks: { total: number; applicable: number; organizational: number }[];
  };
  const outside = controls.filter(each => !each.applicable);
  expect(outside.length).toBeGreaterThan(0);
  expect(outside.every(each => each.scopeReason !== null)).toBe(true);
  expect(outside.find(each => each.id === 'eu-ai-act:Art. 26')?.scopeReason).toContain('provider');
  const [framework] = frameworks;
  expect(framework?.applicable).toBe((framework?.total ?? 0) - outside.length);
});
