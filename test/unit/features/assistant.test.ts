import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answer } from '../../../server/src/features/assistant/answer.ts';
import { isProblem } from '../../../server/src/features/assistant/input.ts';
import { inputSchema, ROWS, TOOLS } from '../../../server/src/features/assistant/tools.ts';
import { coverageParts } from '../../../server/src/workspace/evidence/coverage.ts';
import { parseFixture, ROOT, sessionOf } from '../../support/fixture.ts';

const WORKSPACE = `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: risk-ml@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    owner: jane@example.org
    evidence:
      - docs/evaluation.md#results
      - docs/evaluation.md#nowhere
      - https://example.org/wiki
  - id: A.7.2
    status: planned
    owner: sam@example.org
  - id: A.10.4
    applicable: false
    justification: No customer receives the system.
//- docs/evaluation.md
# Evaluation

See A.6.2.4 for why.

## Results

The model reaches an AUC of 0.81 on the held-out quarter.
//- MODEL_CARD.md
---
license: apache-2.0
pipeline_tag: text-classification
---
# Card

## Training data

Loans that were granted between 2019 and 2024, with their repayments, as the ledger has them.
`;

function ask(tool: string, input?: unknown, workspace = WORKSPACE) {
  const session = sessionOf(parseFixture(workspace, 'controls.yaml').files);
  return answer({ session, shown: path => path, parts: [...coverageParts(session)] }, tool, input);
}

/** The lines of an answer; fails for a problem. */
function checkText(tool: string, input?: unknown, workspace?: string): string[] {
  const given = ask(tool, input, workspace);
  if (isProblem(given)) throw new Error(given.problem);
  return given.text.split('\n');
}

function checkData(tool: string, input?: unknown): Record<string, unknown> {
  const given = ask(tool, input);
  if (isProblem(given)) throw new Error(given.problem);
  return given.data as Record<string, unknown>;
}

function checkProblem(tool: string, input: unknown, words: RegExp, workspace?: string): void {
  const given = ask(tool, input, workspace);
  expect(isProblem(given) ? given.problem : given.text).toMatch(words);
  expect(isProblem(given)).toBe(true);
}

describe('evidence_for', () => {
  test('cites the entry and each piece of evidence by file and line', () => {
    const [first] = checkData('evidence_for', { control: 'a 6.2.4' })['systems'] as [Record<string, unknown>];
    expect(first).toMatchObject({
      system: 'scoring',
      strength: 'documented',
      owner: 'jane@example.org',
      at: { path: 'controls.yaml', line: 4, endLine: 4 },
    });
    expect(first['evidence']).toMatchObject([
      { strength: 'documented', at: { path: 'docs/evaluation.md', line: 5, endLine: 7 } },
      { strength: 'missing', at: null },
      { strength: 'asserted', at: null },
    ]);
    const text = checkText('evidence_for', { control: 'A.6.2.4' });
    expect(text).toContainEqual(expect.stringContaining('[controls.yaml:4]'));
    expect(text).toContainEqual(
      expect.stringMatching(/docs\/evaluation\.md#results: documented.*\[docs\/evaluation\.md:5\]/),
    );
  });

  test('proposes sections that could be linked', () => {
    expect(checkText('evidence_for', { control: 'A.7.2' })).toContain(
      '- could link MODEL_CARD.md#training-data "Training data" [MODEL_CARD.md:7]',
    );
  });

  test('says why a control does not apply', () => {
    expect(checkText('evidence_for', { control: 'A.10.4' })[1]).toMatch(
      /not applicable: No customer receives the system\./,
    );
  });

  test('has a problem with an unknown id, an unknown system, and a clause without evidence', () => {
    checkProblem('evidence_for', { control: 'A.6.2.44' }, /"A\.6\.2\.44"; near it are iso-42001:A\.6\.2\.4 /);
    checkProblem('evidence_for', { control: 'A.6.2.4', system: 'x' }, /"x"; scoring is the only system/);
    checkProblem(
      'evidence_for',
      { control: 'iso-27001:A.5.2' },
      /not among the controls of the control mappings/,
    );
  });
});

describe('gaps', () => {
  test('names what lacks evidence, what to do, and the line of its entry or of the list', () => {
    const text = checkText('gaps', { limit: 100 });
    expect(text[0]).toContain('for scoring');
    expect(text).toContainEqual(
      expect.stringMatching(
        /A\.7\.2 .*missing, needs documented\. Next: give it evidence.*\[controls\.yaml:11\]/,
      ),
    );
    expect(text).toContainEqual(expect.stringMatching(/A\.7\.3 .*give it an entry.*\[controls\.yaml:3\]/));
    expect(text.join('\n')).not.toMatch(/- iso-42001:A\.(?:6\.2\.4|10\.4) /);
  });

  test('can be asked for one owner, and for those without', () => {
    expect(checkData('gaps', { owner: 'sam@example.org' })['total']).toBe(1);
    expect(checkData('gaps', { owner: '' })['total']).toBeGreaterThan(30);
    expect(checkText('gaps', { owner: 'nobody@example.org' })).toContain('No gap fits.');
  });

  test('comes in pieces that follow each other', () => {
    const total = checkData('gaps')['total'] as number;
    const ids: string[] = [];
    for (let from = 0; from < total; from += 10) {
      const { gaps } = checkData('gaps', { from, limit: 10 }) as { gaps: { id: string }[] };
      ids.push(...gaps.map(each => each.id));
    }
    expect(new Set(ids).size).toBe(total);
    expect(checkText('gaps', { limit: 10 }).at(-1)).toBe(`${total - 10} more; ask again with from: 10.`);
    expect(checkText('gaps', { from: total - 1 }).at(-1)).not.toMatch(/more; ask again/);
  });
});

describe('coverage', () => {
  test('counts, and lists the controls of one strength', () => {
    expect(checkText('coverage')[0]).toBe(
      'ISO/IEC 42001:2023 (iso-42001) for scoring: 1 of 37 applicable controls have the evidence they need; 36 missing, 1 documented',
    );
    const { controls } = checkData('coverage', { strength: 'documented' }) as { controls: { id: string }[] };
    expect(controls.map(each => each.id)).toEqual(['iso-42001:A.6.2.4']);
  });

  test('has no more rows than asked for, and a usual number of them', () => {
    expect(checkData('coverage')['controls']).toHaveLength(ROWS.usual);
    checkProblem('coverage', { limit: ROWS.most + 1 }, /"limit" has to be a whole number from 1 to 100/);
  });

  test('has a problem with a framework that is not there, and where nothing is graded', () => {
    checkProblem('coverage', { framework: 'iso-27001' }, /has "iso-27001" in scope; iso-42001 is the only/);
    checkProblem('coverage', { framework: 'iso-9' }, /There is no framework "iso-9"/);
    checkProblem('coverage', {}, /no control mapping.*clausewright new control-mapping/, '//- a.md\n# A\n');
  });
});

describe('explain_control', () => {
  test('tells what is asked for and where the workspace answers and names it', () => {
    const text = checkText('explain_control', { control: 'ISO/IEC 42001 A.6.2.4' });
    expect(text[0]).toMatch(/^iso-42001:A\.6\.2\.4 /);
    expect(text).toContain('- entry [controls.yaml:4]');
    expect(checkData('explain_control', { control: 'A.6.2.4' })['places']).toMatchObject([
      { path: 'controls.yaml', line: 4, answers: true },
    ]);
  });

  test('works without any document', () => {
    const text = checkText('explain_control', { control: 'EU AI Act Art. 10' }, '//- a.md\n# A\n');
    expect(text[0]).toMatch(/^eu-ai-act:Art\. 10 /);
    expect(text.at(-1)).toBe('Nothing in this workspace answers or names it.');
  });
});

describe('a question', () => {
  test('may be anything, and is answered with what is wrong with it', () => {
    checkProblem(
      'delete',
      {},
      /no tool "delete"; the tools are explain_control, coverage, gaps, evidence_for/,
    );
    checkProblem('gaps', [], /takes an object with "framework"/);
    checkProblem('gaps', 'all', /takes an object/);
    checkProblem('gaps', { strength: 'missing' }, /no parameter "strength"/);
    checkProblem('gaps', { limit: '5' }, /whole number/);
    checkProblem('gaps', { limit: 0 }, /whole number/);
    checkProblem('gaps', { system: 5 }, /"system" has to be a text/);
    checkProblem('coverage', { strength: 'strong' }, /cannot be "strong"; the values are "missing"/);
    checkProblem('explain_control', {}, /needs "control"/);
    checkProblem('explain_control', { control: ' ' }, /needs "control"/);
    checkProblem('explain_control', { control: 'A'.repeat(5000) }, /longer than 300/);
    checkProblem('explain_control', { __proto__: null, toString: 1 }, /no parameter "toString"/);
  });

  test('may leave a parameter empty', () => {
    expect(checkData('gaps', { framework: null, system: '' })['total']).toBe(checkData('gaps')['total']);
    expect(checkData('gaps', undefined)['total']).toBe(checkData('gaps', {})['total']);
  });
});

test('package.json contributes the same tools in the same words', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const strings = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8'));
  const { languageModelTools } = manifest.contributes;
  expect(
    languageModelTools.map((each: Record<string, unknown>) => [
      each['name'],
      each['modelDescription'],
      each['inputSchema'],
    ]),
  ).toEqual(TOOLS.map(each => [`clausewright_${each.name}`, each.description, inputSchema(each)]));
  for (const { displayName, userDescription } of languageModelTools)
    for (const key of [displayName, userDescription])
      expect(strings[key.replaceAll('%', '')]).toEqual(expect.any(String));
});
