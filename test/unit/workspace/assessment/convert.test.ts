import { describe, expect, test } from 'vitest';
import { convertAssessment } from '../../../../server/src/workspace/assessment/convert.ts';
import { dataIn } from '../../../support/assessments.ts';
import { parseFixture, sessionOf } from '../../../support/fixture.ts';

const MARKDOWN = `---
clausewright: impact-assessment/1
system: scoring
version: 1.10
---

# Impact assessment

## Scope of the assessment

Version 1.10 of the model; \`a | b\` is no table.

### Not covered

The rules before it.

## Deployment environment

- **Geography:** Finland; Estonia
- **Setting:** branches

## Harms

Some words.

| who | harm | severity | likelihood | Notes |
|---|---|---|---|---|
| young applicants; newcomers | declined \\| refused<br>without a reason | high | possible | see card |

## Something else

Kept.
`;

function convert(path: string, text: string, to: 'markdown' | 'yaml'): ReturnType<typeof convertAssessment> {
  return convertAssessment(sessionOf(parseFixture(`//- ${path}\n${text}`, path).files), path, to);
}

describe('conversion of assessments', () => {
  test('Markdown becomes YAML with typed records, and the same Markdown again', () => {
    const yaml = convert('docs/impact-assessment.md', MARKDOWN, 'yaml');
    if (typeof yaml === 'string') throw new Error(yaml);
    expect(yaml.path).toBe('docs/impact-assessment.yaml');
    expect(yaml.text).toBe(`clausewright: impact-assessment/1
system: scoring
version: "1.10"
title: Impact assessment
scope: |-
  Version 1.10 of the model; \`a | b\` is no table.

  #### Not covered

  The rules before it.
deployment_environment:
  geography:
    - Finland
    - Estonia
  setting: branches
harms:
  text: Some words.
  records:
    - harm: |-
        declined | refused
        without a reason
      groups:
        - young applicants
        - newcomers
      likelihood: possible
      severity: high
      more:
        Notes: see card
other_sections:
  - title: Something else
    text: Kept.
`);
    const back = convert('impact-assessment.yaml', yaml.text, 'markdown');
    if (typeof back === 'string') throw new Error(back);
    expect(dataIn(back.text, 'markdown')).toEqual(dataIn(MARKDOWN, 'markdown'));
  });

  test.each([
    ['README.md', '# Hello\n', 'yaml', 'README.md is no impact assessment'],
    ['impact-assessment.md', MARKDOWN, 'markdown', 'impact-assessment.md is written as Markdown already'],
    [
      'impact-assessment.yaml',
      'clausewright: impact-assessment/1\nsystem: &a x\nscope: *a\n',
      'markdown',
      'impact-assessment.yaml uses YAML aliases (*name), which would be lost; write their values out first',
    ],
    [
      'impact-assessment.yaml',
      'clausewright: impact-assessment/1\nscope: "open\n',
      'markdown',
      'impact-assessment.yaml has a fault in its YAML, behind which content would be lost; mend it first',
    ],
  ] as const)('%s cannot be converted: %#', (path, text, to, reason) => {
    expect(convert(path, text, to)).toBe(reason);
  });
});
