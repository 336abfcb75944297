import { describe, expect, test } from 'vitest';
import { ANSWERED, answerIn } from '../../../../server/src/model/card/answers.ts';
import { tellsHowMany } from '../../../../server/src/model/card/counts.ts';
import { unclosedCodeIn } from '../../../../server/src/model/unclosed-code.ts';
import { createBlockParser } from '../../../../server/src/syntax/markdown/blocks.ts';
import { parseMarkdown } from '../../../../server/src/syntax/markdown/tree.ts';

/** The sections of a Markdown text. */
function sections(text: string) {
  return parseMarkdown(createBlockParser(), text, { start: 0, end: text.length }).sections;
}

/** What the sentences of a text answer in passing, sorted. */
function told(text: string): readonly string[] {
  return sections(text)
    .flatMap(({ value }) => ANSWERED.filter(of => answerIn(value, of) !== undefined))
    .toSorted();
}

describe('sentences that answer a question of the card', () => {
  test.each([
    ['intended-use', 'You can use this encoder directly to compute embeddings of tickets.'],
    ['intended-use', 'A router fine-tuned on our archive for **topic** classification.'],
    ['intended-use', 'The goal of this model is to save the help desk time.'],
    ['intended-use', 'The adapter is applied only for the diagnosis of routers.'],
    ['intended-use', 'It was tuned on tickets of 2024 to detect spam.'],
    ['intended-use', 'A baseline model for question-answering in Dutch.'],
    ['intended-use', '# Tagger fine-tuned on tickets for entity recognition\n'],
    ['training-data', 'We took a large archive of letters as the learning data.'],
    ['training-data', '# Language model trained on letters of the archive\n'],
    ['limitations', 'Because of a bug in the tokenizer, capital letters get lost.'],
    ['limitations', "The automatic tokenizer won't work with this checkpoint."],
    ['limitations', 'Users must make sure not to test on the letters of 2020.'],
    ['limitations', 'Scanned letters would affect its output.'],
    ['limitations', "It doesn't do anything useful but for tests."],
    ['evaluation', 'Evaluations on further tasks can be found in our paper.'],
    ['evaluation', 'It outperforms the model of last year on nine of ten queues.'],
    ['evaluation', 'These are the scores on the test set.'],
    ['out-of-scope-use', 'It should not be used to rank people.'],
    ['training-procedure', 'Batch size of 16, AdamW.'],
    ['fairness', 'Older writers are under-represented.'],
  ])('%s: %s', (of, text) => {
    expect(told(text)).toContain(of);
  });

  test.each([
    'Sorts tickets into twelve queues.',
    'Please visit the page of the help desk to know more.',
    'A language model for Dutch.',
    'Install the package with the command below.',
    'Our thanks go to the help desk.',
  ])('none: %s', text => {
    expect(told(text)).toEqual([]);
  });

  test('a training time is no use', () => {
    expect(told('The model was trained on one machine for 3 days.')).not.toContain('intended-use');
    expect(told('It was fine-tuned with a low rate for better results.')).not.toContain('intended-use');
  });
});

describe('how many cases results are of', () => {
  /** Whether any section of a text tells it. */
  const many = (text: string, beside = false): boolean =>
    sections(text).some(({ value }) => tellsHowMany(value, beside));

  test.each([
    '| Split | # samples |\n|---|---|\n| test | 6.9k |\n',
    '| Queue | F1 | support |\n|---|---|---|\n| billing | 0.9 | 589 |\n',
    '| Item | Detail |\n|---|---|\n| Held-out data | tickets of March (n = 470) |\n',
    'The test data are 3,856 tickets.\n',
    "```\n{'f1': 0.9, 'total': 10570}\n```\n",
  ])('%j', text => {
    expect(many(text)).toBe(true);
  });

  test.each([
    '| Split | # samples |\n|---|---|\n| train | 90k |\n',
    'Training took 40,000 tickets.\n',
    '| Metric | Value |\n|---|---|\n| F1 | 0.9 |\n',
  ])('not %j', text => {
    expect(many(text)).toBe(false);
  });

  test('beside results, any count is of them', () => {
    expect(many('All of 4,000 tickets.\n', true)).toBe(true);
  });
});

describe('code that nothing closes', () => {
  const swallowed = (text: string): string | undefined => {
    const found = unclosedCodeIn(sections(text));
    return found === undefined
      ? undefined
      : text.slice(found.start + found.value.heading.from, found.start + found.value.heading.to);
  };

  test('is found where it swallows a section', () => {
    expect(swallowed('# A\n\n```python\nx = 1\n\n## Limitations\n\nNone known.\n')).toBe('## Limitations');
    expect(swallowed('# A\n\n~~~\nx\n\n## Limits\n')).toBe('## Limits');
  });

  test('is not looked for in closed code, nor in comments of scripts', () => {
    expect(swallowed('# A\n\n```\n## Limits\n```\n')).toBeUndefined();
    expect(swallowed('# A\n\n```python\n# load\nx = 1\n')).toBeUndefined();
    expect(swallowed('# A\n\n    ## Limits\n')).toBeUndefined();
  });
});
