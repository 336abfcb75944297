import { describe, expect, test } from 'vitest';
import { formOf } from '../../../../server/src/workspace/forms/read.ts';
import { LIBRARY, sessionOf } from '../../../support/fixture.ts';

const PATH = 'impact-assessment.md';

const HEAD = '---\nclausewright: impact-assessment/1\nsystem: scoring\n---\n\n# Assessment\n\n';

/** One question of a form as an assessment answers it: status, texts with their 1-based lines, note. */
function checkAnswer(form: string, question: string, text: string, path = PATH) {
  const session = sessionOf(new Map([[path, text]]));
  const found = formOf(session, path, form)?.answers.find(each => each.question.id === question);
  const source = session.source(path);
  if (found === undefined || source === undefined) throw new Error(`${question} is not asked`);
  return {
    status: found.status,
    texts: found.texts.map(each => `${source.position(each.span.start).line + 1}: ${each.text}`),
    ...(found.note === undefined ? {} : { note: found.note }),
  };
}

describe('a question', () => {
  test('is answered by the section that holds the same, with its line', () =>
    expect(
      checkAnswer('fria', 'Art. 27(1)(c)', `${HEAD}## Relevant interested parties\n\nApplicants.\n`),
    ).toEqual({ status: 'answered', texts: ['10: Applicants.'] }));

  test('is answered from a table row by row', () =>
    expect(
      checkAnswer(
        'fria',
        'Art. 27(1)(d)',
        `${HEAD}## Harms\n\n| Harm | Who |\n|---|---|\n| refusal | applicants |\n`,
      ),
    ).toEqual({ status: 'answered', texts: ['12: - refusal; Who: applicants'] }));

  test.each([
    ['nothing', ''],
    ['an empty section', '## Relevant interested parties\n'],
    ['the questions of a scaffold', '## Relevant interested parties\n\n<!--\nTo be written.\n- Who?\n-->\n'],
    ['a placeholder', '## Relevant interested parties\n\nTBD\n'],
    ['a mark of missing text', '## Relevant interested parties\n\n[More Information Needed]\n'],
    ['a list of placeholders', '## Relevant interested parties\n\n- **Users:** TODO\n- TBD\n'],
    ['a request to the author', '## Relevant interested parties\n\nDescribe who is affected here.\n'],
    ['a shrug', '## Relevant interested parties\n\nN/A\n'],
  ])('stays open where there is %s', (_, text) =>
    expect(checkAnswer('fria', 'Art. 27(1)(c)', HEAD + text)).toEqual({ status: 'open', texts: [] }),
  );

  test('is answered in part where something is still to be written, which is left out', () => {
    const text = `${HEAD}## Relevant interested parties\n\n- Applicants\n- **Others:** TBD\n`;
    expect(checkAnswer('fria', 'Art. 27(1)(c)', text)).toEqual({
      status: 'partly',
      texts: ['10: - Applicants'],
      note: 'a part of it is still to be written',
    });
  });

  test('is whole once the parts that it needs are there', () => {
    const uses = `${HEAD}## Intended uses\n\n- **Period of use:** three years\n`;
    expect(checkAnswer('fria', 'Art. 27(1)(b)', uses)).toEqual({
      status: 'partly',
      texts: ['10: three years'],
      note: 'both the period and the frequency are asked for',
    });
    expect(checkAnswer('fria', 'Art. 27(1)(b)', `${uses}- **Frequency of use:** daily\n`)).toEqual({
      status: 'answered',
      texts: ['10: three years', '11: daily'],
    });
  });

  test('is answered from YAML as from Markdown', () =>
    expect(
      checkAnswer(
        'fria',
        'Art. 27(1)(b)',
        'clausewright: impact-assessment/1\nsystem: scoring\nintended_uses:\n  period: three years\n  frequency: daily\n',
        'impact-assessment.yaml',
      ),
    ).toEqual({ status: 'answered', texts: ['4: three years', '5: daily'] }));

  test('is answered under "forms:" before anything else', () => {
    const text =
      '---\nclausewright: impact-assessment/1\nforms:\n  fria:\n    Art. 27(1)(c): Applicants of 2026.\n---\n\n## Relevant interested parties\n\nStaff.\n';
    expect(checkAnswer('fria', 'Art. 27(1)(c)', text)).toEqual({
      status: 'answered',
      texts: ['5: Applicants of 2026.'],
    });
  });

  test('takes none but its own choices', () => {
    const chosen = (value: string) =>
      checkAnswer(
        'aia-ca',
        'impact30',
        `---\nclausewright: impact-assessment/1\nforms:\n  aia-ca:\n    impact30: ${value}\n---\n\n# A\n`,
      );
    expect(chosen('item2-2').status).toBe('answered');
    expect(chosen('item2-2').texts[0]).toMatch(/^5: Partly/);
    expect(chosen('item2-3')).toEqual({ status: 'open', texts: [] });
  });
});

test('a question is asked only where its condition is met', () => {
  const ids = (choice: string): readonly string[] => {
    const text = `clausewright: impact-assessment/1\nforms: { aia-ca: { aboutDataSource1: ${choice} } }\n`;
    const session = sessionOf(new Map([['impact-assessment.yaml', text]]));
    return formOf(session, 'impact-assessment.yaml', 'aia-ca')?.answers.map(each => each.question.id) ?? [];
  };
  expect(ids('item1-2')).toContain('aboutDataSource14');
  expect(ids('item2-0')).not.toContain('aboutDataSource14');
  expect(ids('item2-0').some(each => each.startsWith('fairness'))).toBe(false);
});

describe.each(LIBRARY.forms.map(each => each.id))('the form %s', id => {
  const { data, questions } = LIBRARY.form(id) ?? { data: undefined, questions: [] };

  test('has questions in words of its own, and says where its ids are from', () => {
    expect(questions.length).toBeGreaterThan(5);
    expect(data?.provenance.sources.length).toBeGreaterThan(0);
    expect(new Set(questions.map(each => each.text)).size).toBeGreaterThan(questions.length / 3);
  });

  test('leaves everything open for an assessment that says nothing', () => {
    const session = sessionOf(new Map([['impact-assessment.yaml', 'clausewright: impact-assessment/1\n']]));
    const answers = formOf(session, 'impact-assessment.yaml', id)?.answers ?? [];
    expect(answers.length).toBeGreaterThan(5);
    expect(answers.filter(each => each.status !== 'open')).toEqual([]);
  });
});
