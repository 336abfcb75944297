import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { Checker } from '../../../server/src/rules/checker.ts';
import { RULES } from '../../../server/src/rules/registry.ts';
import { checkerOf, parseFixture, sessionOf } from '../../support/fixture.ts';
import { checkCount, checkFix, checkMessage } from './findings.ts';
import { ACCEPTED, REJECTED } from './front-matter-cases.ts';

const BODY = '# Router\n\nSorts support tickets into twelve queues.\n';

/** The card that a case stands for. */
function cardOf(front: string): string {
  const kind = /^#(\w+)\n/.exec(front)?.[1];
  const path = kind === 'space' ? 'README.md' : kind === 'dataset' ? 'DATASET_CARD.md' : 'MODEL_CARD.md';
  return `//- ${path}\n---\n${front.replace(/^#\w+\n/, '')}\n---\n${BODY}`;
}

function checkErrors(front: string, expected?: string): void {
  const { files, path, marks } = parseFixture(cardOf(front), 'MODEL_CARD.md');
  const checker = checkerOf(files);
  const errors = checker.findings(path).filter(each => each.severity === 'error');
  const places =
    expected === undefined ? [] : (marks.get(path) ?? []).map(span => ({ rule: expected, span }));
  expect(errors.map(({ rule, span }) => ({ rule, span }))).toEqual(places);
}

test.each(Object.entries(ACCEPTED))('accepted: %s', (_, front) => {
  checkErrors(front);
});

test.each(Object.entries(REJECTED))('rejected: %s', (_, [rule, front]) => {
  checkErrors(front, rule);
});

describe('Space cards', () => {
  const space = (front: string, body = 'Try it.\n'): string =>
    `//- README.md\n---\ntitle: Router\nsdk: gradio\napp_file: app.py\n${front}---\n${body}`;

  test('no section is asked for and nothing in the body is judged', () => {
    const { files } = parseFixture(space('', '## Usage\n\nTODO\n'), 'README.md');
    expect(checkerOf(files).findings('README.md')).toEqual([]);
  });

  test('the front matter is checked', () => {
    checkCount(space('colorFrom: orange\n'), 'card/unknown-value', 1);
    checkCount(space('license: MIT\n'), 'card/unknown-license', 1);
    checkCount(space('python_version: 3.10\n'), 'card/yaml11-value', 1);
  });
});

describe('what a template leaves open is no fault', () => {
  test.each([
    'license: {{ license }}\ntags: {{ tags }}',
    'license: {license}\ntags: {tags}\nmodel-index: {results}',
    'license: TODO\nlibrary_name: "[Your library]"\npipeline_tag: TBD',
  ])('%s', front => {
    checkErrors(front);
    const { files, path } = parseFixture(cardOf(front), 'MODEL_CARD.md');
    const found = checkerOf(files).findings(path);
    expect(found.map(each => each.rule).filter(rule => /unknown|yaml11|type/.test(rule))).toEqual([]);
  });
});

describe('fixes', () => {
  const card = (front: string): string => `//- MODEL_CARD.md\n---\n${front}\n---\n${BODY}`;
  const written = (front: string): string => `---\n${front}\n---\n${BODY}`;

  test.each([
    ['license: Apache 2.0', 'Change to apache-2.0', 'license: apache-2.0'],
    ["license: 'GPLv3'", 'Change to gpl-3.0', "license: 'gpl-3.0'"],
    ['license: CC BY 4.0', 'Change to cc-by-4.0', 'license: cc-by-4.0'],
    [
      'license: our-terms # ours',
      'Change to other, with this as its name',
      'license: other\nlicense_name: our-terms # ours',
    ],
  ])('%s', (before, title, expected) => {
    checkFix(card(before), 'card/unknown-license', title, 'MODEL_CARD.md', written(expected));
  });

  test('language, case and region', () => {
    const rule = 'card/unknown-value';
    checkFix(card('language: German'), rule, 'Change to de', 'MODEL_CARD.md', written('language: de'));
    checkFix(card('language: [DE]'), rule, 'Change to de', 'MODEL_CARD.md', written('language: [de]'));
    checkMessage(
      card('language: en-US'),
      rule,
      'Use "en", and keep "en-US" under "language_bcp47"',
      '2026-11-22',
    );
    checkMessage(card('language: iw'), rule, 'no longer', 'Use "he"');
  });

  test('YAML 1.1', () => {
    const rule = 'card/yaml11-value';
    const fixed = written('language:\n- en\n- "no"');
    checkFix(card('language:\n- en\n- no'), rule, 'Put no in quotes', 'MODEL_CARD.md', fixed);
    checkMessage(card('version: 1:30'), rule, 'the number 90');
    checkMessage(card('license_name: 2024-01-31'), rule, 'a date');
    checkCount(card('version: 1.0\nlicense_name: nordic\ninference: off\npretty_name: "no"'), rule, 0);
  });

  test('a duplicate is taken out with its line or its comma', () => {
    const rule = 'card/duplicate-tag';
    const title = 'Remove what stands twice';
    checkFix(
      card('tags:\n  - a\n  - b\n  - a\n  - b'),
      rule,
      title,
      'MODEL_CARD.md',
      written('tags:\n  - a\n  - b'),
    );
    checkFix(card('tags: [a, b, a]'), rule, title, 'MODEL_CARD.md', written('tags: [a, b]'));
    checkCount(card('tags:\n  - a\n  - a'), rule, 1);
  });

  test('the same gap at many places is one finding', () => {
    const metrics = Array.from({ length: 5 }, (_, index) => `    - { type: m${index} }`).join('\n');
    const front = `model-index:\n- name: a\n  results:\n  - task: { type: other }\n    dataset: { type: a, name: A }\n    metrics:\n${metrics}`;
    checkCount(card(front), 'card/model-index-incomplete', 1);
    checkMessage(card(front), 'card/model-index-incomplete', '4 more places');
    checkCount(card('tags: [1, 2, 3]'), 'card/invalid-type', 1);
    checkFix(
      card('tags: [1, 2]'),
      'card/invalid-type',
      'Put it in quotes',
      'MODEL_CARD.md',
      written('tags: ["1", "2"]'),
    );
  });
});

/**
 * Real cards, where a folder of them is at hand. What a YAML 1.1 loader reads as keys, none of them twice, and whose
 * results the hub's library would load, has no error; what it refuses has one, unless a tool fills it in first.
 */
describe('real cards', () => {
  const corpus = process.env['CLAUSEWRIGHT_CORPUS'];

  test.skipIf(corpus === undefined)('errors are where a YAML 1.1 loader refuses', () => {
    const judged: string[] = [];
    const wrong: string[] = [];
    const paths = readdirSync(corpus ?? '', { recursive: true, encoding: 'utf8' });
    for (const path of paths.filter(each => /\.mdx?$/.test(each))) {
      const text = readFileSync(join(corpus ?? '', path), 'utf8');
      const session = sessionOf(new Map([[path, text]]));
      const checker = new Checker(session, RULES);
      const front = /^\uFEFF?\s*---[\r\n]+([\s\S]*?)[\r\n]+---[ \t]*(?:\r\n|\r|\n|$)/.exec(text)?.[1];
      const kind = session.document(path)?.kind ?? '';
      if (front === undefined || !/-card$/.test(kind) || /\{\{|\{%/.test(front)) continue;
      const errors = checker
        .findings(path)
        .filter(each => /^(?:card|syntax)\//.test(each.rule) && each.severity === 'error');
      judged.push(path);
      if (loads(front) !== (errors.length === 0))
        wrong.push(`${path}: ${errors.map(each => each.message).join('; ')}`);
    }
    expect(judged.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

/** Whether a YAML 1.1 loader gives keys with values, and the results below `model-index` have what is read of them. */
function loads(front: string): boolean {
  const document = parseDocument(front, { version: '1.1', uniqueKeys: true, logLevel: 'silent' });
  if (document.errors.length > 0) return false;
  const data: unknown = document.toJS();
  if (data === null) return true;
  if (!isRecord(data)) return false;
  return listOf(data['model-index']).every(
    model =>
      isRecord(model) && 'name' in model && 'results' in model && listOf(model['results']).every(isResult),
  );
}

function isResult(result: unknown): boolean {
  if (!isRecord(result)) return false;
  const { task, dataset, metrics } = result;
  const complete =
    isRecord(dataset) && 'type' in dataset && 'name' in dataset && isRecord(task) && 'type' in task;
  return complete && listOf(metrics).every(each => isRecord(each) && 'type' in each && 'value' in each);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
