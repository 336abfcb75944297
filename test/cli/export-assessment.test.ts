import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/fixture.ts';
import { folderWith } from './support/folder.ts';
import { clausewright } from './support/program.ts';

const EXAMPLE = join(ROOT, 'examples', 'credit-scoring');

interface Exported {
  readonly form: { readonly id: string };
  readonly summary: Readonly<Record<string, number>>;
  readonly remaining: readonly string[];
  readonly score?: Readonly<Record<string, unknown>>;
  readonly answers: readonly {
    readonly id: string;
    readonly status: string;
    readonly answers: readonly {
      readonly text: string;
      readonly source: { readonly path: string; readonly line: number };
    }[];
  }[];
}

const exported = (form: string, cwd: string): Exported =>
  JSON.parse(
    clausewright(['export', 'assessment', '--form', form, '--format', 'json'], { cwd }).out,
  ) as Exported;

describe.each(['fria', 'dpia', 'aia-ca', 'atrs', 'nist-map'])('the example as %s', form => {
  const data = exported(form, EXAMPLE);
  const lines = readFileSync(join(EXAMPLE, 'docs', 'impact-assessment.md'), 'utf8').split('\n');

  test('each question is answered with its source or remains', () => {
    expect(data.form.id).toBe(form);
    expect(data.answers.length).toBe(data.summary['asked']);
    for (const { id, status, answers } of data.answers) {
      expect(answers.length === 0).toBe(status === 'open');
      expect(data.remaining.includes(id)).toBe(status !== 'answered');
    }
  });

  test('every answer stands in the assessment at the line that is named', () => {
    const texts = data.answers.flatMap(each => each.answers);
    expect(texts.length).toBeGreaterThan(3);
    for (const { text, source } of texts) {
      expect(source.path).toBe('docs/impact-assessment.md');
      const [first = ''] = text.replace(/^- /, '').split(/[\n;]/);
      expect(lines[source.line - 1]).toContain(first);
    }
  });

  test('Markdown says the same, names the source and claims nothing', () => {
    const { code, out, err } = clausewright(['export', 'assessment', '--form', form], { cwd: EXAMPLE });
    expect(code).toBe(0);
    expect(err).toContain(`${data.summary['open']} are open`);
    for (const { id } of data.answers) expect(out).toContain(`### ${id}\n`);
    for (const id of data.remaining) expect(out).toContain(`- **${id}**`);
    expect(out).not.toMatch(/complian|conforms/i);
    expect(out).not.toContain('TBD');
  });
});

test('choices in the front matter are scored as the published tool does', () => {
  const forms = [
    'projectDetailsPhase: item1',
    'riskProfile1: item1-3',
    'impact30: item1-4',
    'decisionSector1: [item2-1, item7-1]',
    'fairnessDesign2: item1-2',
  ];
  const text = `---\nclausewright: impact-assessment/1\nsystem: scoring\nforms:\n  aia-ca:\n${forms.map(each => `    ${each}\n`).join('')}---\n\n# Assessment\n`;
  const folder = folderWith({ 'impact-assessment.md': text });
  const { score } = exported('aia-ca', folder);
  expect(score).toMatchObject({
    raw: 9,
    rawMaximum: 167,
    mitigation: 2,
    mitigationMaximum: 77,
    lowered: false,
    current: 9,
    level: 'I',
    final: false,
  });
  const { out } = clausewright(['export', 'assessment', '--form', 'aia-ca'], { cwd: folder });
  expect(out).toContain('**Level so far I**: 9 of 167 points of impact');
  expect(out).toMatch(/> Fully: the system decides \(`item1-4`, 4 points\)\n>\n> — impact-assessment\.md:8/);
});

test('a wrong choice is found, and no form counts it', () => {
  const text =
    'clausewright: impact-assessment/1\nsystem: scoring\nforms: { aia-ca: { impact30: item1, imapct6: item1-1 } }\n';
  const folder = folderWith({ 'impact-assessment.yaml': text });
  const { out } = clausewright(['check'], { cwd: folder });
  expect(out).toMatch(/"item1" is no choice of "impact30"/);
  expect(out).toMatch(/has no question "imapct6"/);
  expect(exported('aia-ca', folder).score).toMatchObject({ raw: 0 });
});

describe('usage', () => {
  test.each([
    [['export', 'assessment'], 'name the form: --form fria|dpia'],
    [['export', 'assessment', '--form', 'fira'], 'fria'],
    [['export', 'assessment', 'MODEL_CARD.md', '--form', 'fria'], 'MODEL_CARD.md is no impact assessment'],
    [['export', 'assessment', '--form', 'fria', '--format', 'oscal'], 'markdown'],
  ])('%j is refused with a reason', (args, words) => {
    const { code, out, err } = clausewright(args, { cwd: EXAMPLE });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
  });

  test('without an assessment the way to one is named', () => {
    const { code, err } = clausewright(['export', 'assessment', '--form', 'fria'], {
      cwd: folderWith({ 'README.md': '# Nothing\n' }),
    });
    expect(code).toBe(2);
    expect(err).toContain('clausewright new impact-assessment');
  });

  test('a file is written whole', () => {
    const folder = folderWith({ 'impact-assessment.yaml': 'clausewright: impact-assessment/1\n' });
    const { code, out } = clausewright(['export', 'assessment', '--form', 'dpia', '--output', 'dpia.md'], {
      cwd: folder,
    });
    expect([code, out]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'dpia.md'), 'utf8')).toContain('# Data protection impact assessment');
  });
});
