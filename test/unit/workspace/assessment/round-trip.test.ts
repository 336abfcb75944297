import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssessmentData } from '../../../../server/src/model/assessment/data.ts';
import { canonical } from '../../../../server/src/workspace/assessment/canonical.ts';
import { writeMarkdown } from '../../../../server/src/workspace/assessment/write-markdown.ts';
import { writeYaml } from '../../../../server/src/workspace/assessment/write-yaml.ts';
import { anyAssessment, anyText, dataIn, VOCABULARY } from '../../../support/assessments.ts';
import { checkProperty } from '../../../support/cases.ts';

describe('an assessment in two writings', () => {
  test('is the same from either, whatever it says', () => {
    checkProperty(
      fc.property(anyAssessment, data => checkBoth(data)),
      { numRuns: 150 },
    );
  });

  test('a column that is named by a number', () => {
    checkBoth({ metadata: {}, records: { benefits: [{ more: { Notes: '# Harms', '\n0': '!' } }] } });
  });

  test('any Markdown is the same as YAML and back', () => {
    checkProperty(
      fc.property(fc.array(anyText, { maxLength: 12 }), lines => {
        checkBoth(dataIn(`---\nsystem: x\n---\n${lines.join('\n').replaceAll('\0', '')}\n`, 'markdown'));
      }),
      { numRuns: 150 },
    );
  });
});

/** What is read back from either writing is the same, and stays the same from then on. */
function checkBoth(data: AssessmentData): void {
  const read = dataIn(writeYaml(data, VOCABULARY), 'yaml');
  expect(dataIn(writeMarkdown(data, VOCABULARY), 'markdown')).toEqual(read);
  expect(dataIn(writeYaml(read, VOCABULARY), 'yaml')).toEqual(read);
  expect(canonical(read, VOCABULARY)).toEqual(canonical(data, VOCABULARY));
}
