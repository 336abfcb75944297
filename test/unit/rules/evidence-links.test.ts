import { describe, expect, test } from 'vitest';
import { changed } from '../../support/changes.ts';
import { checkerOf } from '../../support/fixture.ts';
import { checkCount, checkFix, findings, HEAD } from './findings.ts';

describe('evidence', () => {
  test('a missing document is created from the template of its control, with the section that is linked', () => {
    const text = `//- controls.yaml\n${HEAD}controls:\n  - id: A.6.2.4\n    status: implemented\n    evidence: [docs/tests.md#edge-cases]\n`;
    const { files, found } = findings(text, 'evidence/missing-file');
    const after = changed(files, found[0]?.fixes[0]?.change() ?? []);
    expect(after.get('docs/tests.md')).toContain('## Edge cases\n');
    const rules = checkerOf(after)
      .findings('controls.yaml')
      .map(each => each.rule);
    expect(rules).not.toContain('evidence/missing-file');
    expect(rules).not.toContain('evidence/missing-heading');
  });

  test('a sentence, and the document of a plan, are not looked for', () => {
    checkCount(
      `${HEAD}controls:\n  - id: A.6.2.4\n    status: implemented\n    evidence: Reviewed by the risk board in May\n  - id: A.5.2\n    status: planned\n    evidence: docs/coming.md\n`,
      'evidence/missing-file',
      0,
    );
  });

  test('a link is corrected in its quotes, and encoded', () => {
    const text = `//- controls.yaml\n${HEAD}controls:\n  - id: A.6.2.4\n    status: implemented\n    evidence: 'Docs/c%23.md#x' # old\n//- docs/c#.md\n# X\n\nText.\n`;
    checkFix(
      text,
      'evidence/missing-file',
      'Point to docs/c%23.md#x',
      'controls.yaml',
      `${HEAD}controls:\n  - id: A.6.2.4\n    status: implemented\n    evidence: 'docs/c%23.md#x' # old\n`,
    );
  });

  test('the nearest heading is offered', () => {
    const text = `//- controls.yaml\n${HEAD}controls:\n  - id: A.6.2.4\n    status: implemented\n    evidence: docs/t.md#result\n//- docs/t.md\n# Tests\n\n## Results\n\nAll pass.\n`;
    checkFix(
      text,
      'evidence/missing-heading',
      'Point to #results',
      'controls.yaml',
      `${HEAD}controls:\n  - id: A.6.2.4\n    status: implemented\n    evidence: docs/t.md#results\n`,
    );
  });

  test('a path of one machine is traced to the workspace', () => {
    const text = `//- controls.yaml\n${HEAD}controls:\n  - id: A.6.2.4\n    status: implemented\n    evidence: 'C:\\work\\repo\\docs\\t.md'\n//- docs/t.md\n# Tests\n\nAll pass.\n`;
    checkFix(
      text,
      'evidence/outside-workspace',
      'Point to docs/t.md',
      'controls.yaml',
      `${HEAD}controls:\n  - id: A.6.2.4\n    status: implemented\n    evidence: 'docs/t.md'\n`,
    );
  });

  test('one section that several entries lean on is one finding with all of them', () => {
    const text = `//- controls.yaml\n${HEAD}controls:\n  - id: A.6.2.4\n    status: implemented\n    evidence: docs/t.md#results\n  - id: A.5.4\n    status: partial\n    evidence: docs/t.md#results\n//- docs/t.md\n# Tests\n\n## Results\n`;
    checkCount(text, 'evidence/empty-section', 1);
    const [found] = findings(text, 'evidence/empty-section').found;
    expect(found?.controls).toEqual(['iso-42001:A.6.2.4', 'iso-42001:A.5.4']);
    expect(found?.related.map(each => [each.path, each.fact])).toEqual([
      ['docs/t.md', 'section:docs/t.md#results'],
      ['controls.yaml', undefined],
    ]);
  });
});
