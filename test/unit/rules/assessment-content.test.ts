import { describe, expect, test } from 'vitest';
import { hover } from '../../../server/src/features/hover.ts';
import { checkerOf, parseFixture, sessionOf } from '../../support/fixture.ts';

const HEAD = `---
clausewright: impact-assessment/1
system: scoring
assessor: jane@example.org
approver: sam@example.org
assessed: 2026-09-01
`;

function findings(text: string, rule: RegExp): string[] {
  const { files, path } = parseFixture(text, 'impact-assessment.md');
  return checkerOf(files)
    .findings(path)
    .filter(each => rule.test(each.rule) && each.suppressed === undefined)
    .map(each => `${each.severity} ${each.rule}: ${each.message}`);
}

describe('assessment/approved-with-errors', () => {
  const BROKEN = `system:\n  - "open\n`;

  test('an approved assessment with an error of another rule is told, with the rule', () => {
    const found = findings(`${HEAD}status: approved\n${BROKEN}---\n# Impact\n`, /approved-with-errors/);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/The assessment is approved, and has (?:an error|\d+ errors) \(syntax\//);
  });

  test('a draft with the same error is not', () => {
    expect(findings(`${HEAD}status: draft\n${BROKEN}---\n# Impact\n`, /approved-with-errors/)).toEqual([]);
  });
});

describe('records of an assessment', () => {
  test('more than five harms without a measure are one finding with a list', () => {
    const rows = [1, 2, 3, 4, 5, 6, 7].map(each => `| H${each} | harm ${each} | people | |`).join('\n');
    const found = findings(
      `${HEAD}status: draft\n---\n# Impact\n\n## Harms\n\n| ID | Harm | Who | Measures |\n|---|---|---|---|\n| H0 | harm | people | M1 |\n${rows}\n`,
      /harm-without-measure/,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('7 harms have no measure: "H1", "H2", "H3", "H4", "H5" and 2 more');
  });

  test('an unknown control in Markdown is one finding of the rule on references', () => {
    const text = `${HEAD}status: draft\n---\n# Impact\n\n## Measures\n\n| Measure | Owner | Controls |\n|---|---|---|\n| letters | jane@example.org | ISO/IEC 42001 A.8.9 |\n`;
    expect(findings(text, /unknown-control/)).toHaveLength(1);
  });
});

describe('hover over the harms', () => {
  test.each([
    [
      'impact-assessment.md',
      `---\nclausewright: impact-assessment/1\n---\n# Impact\n\n## Ha$0rms\n\n| Harm | Likelihood | Severity |\n|---|---|---|\n| refused | 4 | 4 |\n`,
    ],
    [
      'impact-assessment.yaml',
      `clausewright: impact-assessment/1\nha$0rms:\n  - { id: H1, harm: refused, likelihood: 4, severity: 4 }\n`,
    ],
  ])('%s shows the matrix as picture and as text', (path, text) => {
    const { files, cursor = 0 } = parseFixture(`//- ${path}\n${text}`, path);
    const shown = hover(sessionOf(files), path, cursor)?.markdown ?? '';
    expect(shown).toContain('![Risk matrix](data:image/svg+xml;utf8,');
    expect(shown).toMatch(/\*\*16\*\*: (?:1|H1)/);
  });
});
