import { describe, expect, test } from 'vitest';
import { CardContents } from '../../../../server/src/model/card/contents.ts';
import type { SectionedModel } from '../../../../server/src/model/sectioned.ts';
import type { Local, Placed } from '../../../../server/src/text/span.ts';
import { parseFixture, sessionOf } from '../../../support/fixture.ts';

const PATH = 'MODEL_CARD.md';

function read(body: string) {
  const { files } = parseFixture(`# Router\n\n${body}\n`, PATH);
  const text = files.get(PATH) ?? '';
  const contents = new CardContents(sessionOf(files).document(PATH)?.model as SectionedModel);
  const shown = ({ start, value }: Placed<Local>): string => text.slice(start + value.from, start + value.to);
  return { contents, shown };
}

/** Checks the results of a body: `metric = value [on data] [of group] [interval]`, the value as it stands in the text. */
function checkResults(body: string, ...expected: string[]): void {
  const { contents, shown } = read(body);
  const found = contents.results.map(result => {
    const { metric, value, dataset, slice, interval } = result.value;
    expect(shown(result)).toContain(result.value.written.replace(/<[^<>]*>/g, '').slice(0, 4));
    const of = [
      dataset === undefined ? '' : ` on ${dataset.text}`,
      slice === undefined ? '' : ` of ${slice.text}`,
      interval === undefined ? '' : ` ${interval.kind} ${interval.written}`,
    ];
    return `${metric} = ${Number(value.value.toFixed(4))}${of.join('')}`;
  });
  expect(found).toEqual(expected);
}

describe('tables of metrics', () => {
  test('one metric for each row', () => {
    checkResults(
      '| Metric | Value |\n|---|---|\n| **Accuracy** | **91.2 %** |\n| ROC AUC | 0.953 |',
      'accuracy = 0.912',
      'auc = 0.953',
    );
  });

  test('one metric for each row, the data in columns', () => {
    checkResults(
      '| Metric | test set | dev set |\n|---|---|---|\n| F1 | 0.88 | 0.90 |',
      'f1 = 0.88 on test set',
      'f1 = 0.9 on dev set',
    );
  });

  test('one metric for each column, the data in rows', () => {
    checkResults(
      '| Dataset | Accuracy (%) | F1 |\n|---|---|---|\n| SQuAD | 91.2 | 0.88 |',
      'accuracy = 0.912 on SQuAD',
      'f1 = 0.88 on SQuAD',
    );
  });

  test('groups of people, by column and by their names', () => {
    checkResults(
      '| Gender | Recall |\n|---|---|\n| f | 0.8 |\n| m | 0.9 |',
      'recall = 0.8 of f',
      'recall = 0.9 of m',
    );
    checkResults('| | Recall |\n|---|---|\n| women | 0.8 |', 'recall = 0.8 of women');
    checkResults(
      '| Metric | aged 60+ | all |\n|---|---|---|\n| Recall | 0.8 | 0.9 |',
      'recall = 0.8 of aged 60+',
      'recall = 0.9',
    );
  });

  test('intervals in the cell and in a column of their own', () => {
    checkResults(
      '| Metric | Value |\n|---|---|\n| F1 | 0.88 ± 0.01 |\n| AUC | 0.81 [0.79, 0.83] |\n| WER | 12.1 (0.3) |',
      'f1 = 0.88 plus-minus ± 0.01',
      'auc = 0.81 range [0.79, 0.83]',
      'wer = 12.1 deviation (0.3)',
    );
    checkResults(
      '| Metric | Value | 95% CI |\n|---|---|---|\n| F1 | 0.88 | 0.87–0.89 |',
      'f1 = 0.88 deviation 0.87–0.89',
    );
    checkResults('| Model | F1 | Std |\n|---|---|---|\n| large | 0.88 | 0.01 |', 'f1 = 0.88 deviation 0.01');
  });

  test('long form: task, data, metric, value', () => {
    checkResults(
      '| Task | Dataset | Metric | Value |\n|---|---|---|---|\n| QA | SQuAD | F1 | 0.88 |',
      'f1 = 0.88 on SQuAD',
    );
  });

  test('HTML, with cells that reach over several', () => {
    checkResults(
      '<table>\n<tr><th>Dataset</th><th>F1</th></tr>\n<tr><td rowspan="2">SQuAD</td><td><b>0.88</b></td></tr>\n<tr><td>0.90</td></tr>\n</table>',
      'f1 = 0.88 on SQuAD',
      'f1 = 0.9 on SQuAD',
    );
  });

  test('targets, counts, training logs and code are no results', () => {
    checkResults('| Metric | Value | Target |\n|---|---|---|\n| F1 | 0.88 | 0.85 |', 'f1 = 0.88');
    checkResults('| Queue | F1 | Support |\n|---|---|---|\n| Sales | 0.88 | 120 |', 'f1 = 0.88');
    checkResults('| Training loss | Epoch | Step | Accuracy |\n|---|---|---|---|\n| 0.2 | 1 | 500 | 0.9 |');
    checkResults('```\n<table><tr><th>F1</th></tr><tr><td>0.8</td></tr></table>\n```');
    checkResults('| Field | Length |\n|---|---|\n| text | 120 |');
  });
});

test.each<[string, string[]]>([
  ['Write to jane@example.org.', ['mail jane@example.org']],
  ['[mail](mailto:jane@example.org)', ['mail jane@example.org']],
  ['jane [at] example [dot] org', ['mail jane [at] example [dot] org']],
  [
    'Open an issue: https://github.com/example/router/issues',
    ['discussion https://github.com/example/router/issues'],
  ],
  [
    '[Discussions](https://huggingface.co/example/router/discussions)',
    ['discussion https://huggingface.co/example/router/discussions'],
  ],
  ['Thanks to @jane for help.', ['handle @jane']],
  ['See https://twitter.com/jane', ['profile https://twitter.com/jane']],
  ['Install router@1.2.3 from git@github.com:example/router.', []],
  ['`@decorated` and https://example.org/paper', []],
  ['@article{jane2024, title={x}}', []],
  ['<!-- jane@example.org -->', []],
])('contacts of %j', (body, expected) => {
  const { contents, shown } = read(body);
  expect(contents.contacts.map(each => `${each.value.kind} ${shown(each)}`)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['Released under the Apache License 2.0.', ['apache-2.0 Apache License 2.0']],
  ['License: MIT', ['mit License: MIT']],
  [
    'Data under CC BY-NC-SA 4.0, code under the MIT License.',
    ['cc-by-nc-sa-4.0 CC BY-NC-SA 4.0', 'mit MIT License'],
  ],
  ['Trained at MIT by rail operators.', []],
  ['```\nMIT License\n```', []],
])('licences of %j', (body, expected) => {
  const { contents, shown } = read(body);
  expect(contents.licenses.map(each => `${each.value.id} ${shown(each)}`)).toEqual(expected);
});

test('data sets are known by their links and by the columns of tables', () => {
  const { contents, shown } = read(
    'From [squad](https://huggingface.co/datasets/rajpurkar/squad).\n\n| Dataset | F1 |\n|---|---|\n| My Set | 0.8 |\n| My Set | 0.9 |',
  );
  expect(contents.datasets.map(each => [each.value.key, each.value.by, shown(each)])).toEqual([
    ['squad', 'link', 'https://huggingface.co/datasets/rajpurkar/squad'],
    ['my-set', 'table', 'My Set'],
  ]);
});
