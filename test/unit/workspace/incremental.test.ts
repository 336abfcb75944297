import { describe, expect, test } from 'vitest';
import { forSeeds } from '../../support/cases.ts';
import { randomEdit } from '../../support/edits.ts';
import { Random } from '../../support/random.ts';
import { Workspace } from '../../support/rebuilt.ts';

const MAPPING = `clausewright: control-mapping/1
system: { id: scoring, name: Scoring, owner: jane@example.org, stage: operation }
framework: iso-42001
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/card.md#evaluation
      - path: reports/fairness.junit.xml
        kind: test
  - id: A.7.2
    status: implemented
    evidence: [MODEL_CARD.md#training-data, docs/*.md, docs/missing.md, notes/plan.md#steps, policies, team/deep]
  - id: A.10.4
    applicable: false
    justification: No customer receives the system.
`;
const CARD = `---
license: mit
language: en
datasets: [loans]
system: scoring
controls: [A.7.2]
---
# Scoring

## Intended use

Scores loan applications.

## Training data

<!-- evidence: A.7.2, A.7.5 -->
Loans of ten years.

## Evaluation

| metric | value |
|---|---|
| AUC | 0.81 |
`;
const CONFIG = [
  'framework: iso-42001\n',
  'framework: iso-27001\nrules: { mapping/missing-owner: off }\n',
  'exclude: [docs/**]\n',
  'documents:\n  - files: [notes/*.md]\n    kind: model-card\n',
  'headings: { evaluation: [Numbers, Steps] }\nreview: { period: 30 }\n',
  'root: true\nsuppressions: { inline: false }\n',
  'rules: { evidence: warning }\nneeded: { iso-42001: tested }\n',
];
const JUNIT =
  '<testsuite tests="2" failures="0" timestamp="2026-11-01T10:00:00"><testcase name="a"/><testcase name="b"/></testsuite>';
const TEXTS = [
  MAPPING,
  CARD,
  CARD.replace('mit', 'apache-2.0').replace('0.81', '0.79'),
  JUNIT,
  JUNIT.replace('failures="0"', 'failures="1"'),
  '# Plan\n\n## Steps\n\nTODO\n',
  'MIT License\n\nCopyright\n',
  '* jane@example.org\n',
  '',
  'x: 1\n',
  MAPPING.replace('id: scoring', 'id: other').replace('A.6.2.4', 'A.6.2.5'),
  MAPPING.replace('  - id: A.7.2', '  - id: iso-27001:A.5.1'),
  '---\npretty_name: Loans\ntask_categories: [x]\nlicense: mit\n---\n# Loans\n\n## Provenance\n\nOne bank.\n',
];
const PATHS = [
  'controls.yaml',
  'MODEL_CARD.md',
  'docs/card.md',
  'docs/model_card.md',
  'reports/fairness.junit.xml',
  'notes/plan.md',
  'LICENSE',
  'CODEOWNERS',
  'team/controls.yaml',
  'team/MODEL_CARD.md',
  'team/deep/DATASET_CARD.md',
  'docs/missing.md',
  'Docs/Card.md',
  'policies/ai.md',
  'policies/old/x.txt',
];
const START = new Map([
  ['controls.yaml', MAPPING],
  ['MODEL_CARD.md', CARD],
  ['docs/card.md', CARD],
  ['reports/fairness.junit.xml', JUNIT],
  ['notes/plan.md', '# Plan\n\n## Steps\n\nTODO\n'],
  ['team/deep/DATASET_CARD.md', '# Loans\n\n## Provenance\n\nOne bank.\n'],
]);

/** One change as it happens in a working folder; tells what it was. */
function change(workspace: Workspace, random: Random): string {
  const paths = [...workspace.texts.keys()];
  const path = paths.length === 0 ? random.pick(PATHS) : random.pick(paths);
  const text = workspace.texts.get(path);
  const roll = random.next();
  if (roll < 0.08) {
    const config = random.pick(['clausewright.yaml', 'team/clausewright.yaml']);
    workspace.write(config, random.pick(CONFIG));
    return `wrote ${config}`;
  }
  if (text === undefined || roll < 0.25) {
    const created = random.pick(PATHS);
    workspace.write(created, random.pick(TEXTS));
    return `wrote ${created}`;
  }
  if (roll < 0.34) {
    workspace.delete(path);
    return `deleted ${path}`;
  }
  if (roll < 0.42) {
    const to = random.pick(PATHS);
    workspace.delete(path);
    workspace.write(to, text);
    return `renamed ${path} to ${to}`;
  }
  const edit = randomEdit(random, text);
  workspace.edit(path, edit);
  return `edited ${path}: ${JSON.stringify(edit)}`;
}

const STEPS = 10;

describe('a workspace under edits, creates, renames and deletes', () => {
  test('knows what one knows that reads the same files for the first time', () => {
    const { cases, distinct } = forSeeds(
      20,
      (seed, saw) => {
        const random = new Random(seed);
        const workspace = new Workspace(START);
        const steps: string[] = [];
        for (let step = 0; step < STEPS; step += 1) {
          steps.push(change(workspace, random));
          const fresh = new Workspace(workspace.texts);
          const told = steps.join('\n');
          expect(workspace.session.paths, told).toEqual(fresh.session.paths);
          expect(workspace.session.index.dump(), told).toBe(fresh.session.index.dump());
          expect(workspace.findings, told).toEqual(fresh.findings);
          saw(JSON.stringify([...workspace.texts]));
        }
      },
      0.05,
    );
    expect(distinct).toBeGreaterThan(cases * 0.7);
  });
});
