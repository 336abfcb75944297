import { describe, expect, test } from 'vitest';
import { findingsOf, fixed } from '../../support/fixes.ts';

const MARKDOWN = 'impact-assessment.md';
const YAML = 'impact-assessment.yaml';
const BODY = `
## Harms

An applicant may be refused without learning why.

## Measures

A person reviews each refusal.

## Interested parties

Applicants and staff.
`;

describe('assessment/missing-section', () => {
  test('many missing sections are one finding with a list and a fix for all', () => {
    const found = findingsOf(`# Impact of the scoring system\n${BODY}`, MARKDOWN, /missing-section/);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(
      /^warning .* no section on 9 subjects: "Scope of the assessment", .* and "Approval"$/,
    );
  });

  test('a draft owes no approval yet', () => {
    const found = findingsOf(
      `---\nstatus: draft\n---\n# Impact of the scoring system\n${BODY}`,
      MARKDOWN,
      /missing-section/,
    );
    expect(found[0]).toMatch(/no section on 8 subjects/);
    expect(found[0]).not.toContain('Approval');
  });

  test('YAML keys are concepts, also one level down, and the fix adds keys with questions', () => {
    const text =
      'clausewright: impact-assessment/1\r\nsystem: scoring\r\nsystem_description:\r\n  purpose: Offers on the same day.\r\n  intended_uses: [Consumer credit]\r\ndata: Two years of applications.\r\nmeasures: A person reviews each refusal.\r\n';
    const before = findingsOf(text, YAML, /missing-section/);
    expect(before[0]).not.toMatch(/"Purpose"|"Intended uses"|"Data"|"Measures"/);
    const result = fixed(text, YAML, 'Add all 7 missing sections', /missing-section/);
    expect(result.after).toMatch(
      /data: Two years of applications\.\r\n# Algorithm and model: evidence for ISO\/IEC 42001 .*\r\n(?:# - .*\r\n)+algorithm_and_model:\r\n/,
    );
    expect(result.after).not.toMatch(/[^\r]\n/);
    expect(result.findings.filter(each => each.startsWith('warning'))).toEqual(
      [
        'scope',
        'algorithm_and_model',
        'deployment_environment',
        'interested_parties',
        'harms',
        'review_triggers',
        'approval',
      ].map(key => `warning assessment/missing-section @"${key}": The section "${key}" is empty`),
    );
  });
});

describe('assessment/missing-approval', () => {
  const head = (lines: string): string =>
    `---\nsystem: scoring\n${lines}\n---\n# Impact of the scoring system\n${BODY}`;
  test.each([
    ['status: draft', []],
    ['status: retired', []],
    ['status: approved\nassessor: jane\napprover: sam\nassessed: 2026-03-01', []],
    ['status: in-review\napprover: sam', []],
    ['status: in-review', ['The status is "in-review", but no approver is named']],
    ['status: approved\nassessed: 2026-03-01', ['The status is "approved", but no approver is named']],
    [
      'status: approved\napprover: sam',
      ['The assessment is approved, but no date says when it was carried out'],
    ],
    [
      'status: approved\nassessor: Sam\napprover: sam\nassessed: 2026-03-01',
      ['"sam" is both assessor and approver'],
    ],
    ['status: approved\napprover: TBD\nassessed: 2026-03-01', []],
  ])('%s', (lines, messages) => {
    const found = findingsOf(head(lines), MARKDOWN, /missing-approval/);
    expect(found.map(each => each.replace(/^.*?": /, ''))).toEqual(messages);
  });

  test('a section that names the approval answers as well', () => {
    const text = `${head('status: approved')}\n## Approval\n\nAccepted by the risk committee on 2026-03-01.\n`;
    expect(findingsOf(text, MARKDOWN, /missing-approval/)).toEqual([]);
  });

  test('the fix adds a key to fill and changes nothing else', () => {
    const result = fixed(head('status: "in-review" # since May'), MARKDOWN, 'Add "approver:"');
    expect(result.after).toContain(
      'status: "in-review" # since May\napprover: # who accepts the result, not the assessor\n---\n',
    );
    const draft = fixed(
      head('status: "in-review" # since May'),
      MARKDOWN,
      'Set the status',
      /missing-approval/,
    );
    expect(draft.after).toContain('status: "draft" # since May\n');
    expect(draft.findings).toEqual([]);
  });
});

describe('assessment/placeholder', () => {
  test('values of YAML are found inside their quotes and blocks', () => {
    const found = findingsOf(
      'clausewright: impact-assessment/1\nsystem: scoring\nassessor: "[Name]"\nharms:\n  - harm: \'TBD\'\nmeasures: |\n  To be determined\ndata: ask TODO of the team\n',
      YAML,
      /placeholder/,
    );
    expect(found.map(each => /@"(.*?)"/.exec(each)?.[1])).toEqual(['[Name]', 'TBD', 'To be determined']);
  });
});
