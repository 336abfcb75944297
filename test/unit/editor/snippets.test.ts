// Snippets are inserted as a person would leave them: their own defaults kept, or every gap filled.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkerOf, ROOT } from '../../support/fixture.ts';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const readSnippets = (name: string): [string, Snippet][] =>
  Object.entries(JSON.parse(readFileSync(join(ROOT, 'snippets', name), 'utf8')) as Record<string, Snippet>);
const YAML = readSnippets('yaml.code-snippets');
const MARKDOWN = readSnippets('markdown.code-snippets');

const DATE: Readonly<Record<string, string>> = { YEAR: '2026', MONTH: '11', DATE: '22' };

/** The text that a snippet inserts; `fill` gives another text than the default of a tab stop. */
function expanded({ body }: Snippet, fill = (text: string) => text): string {
  return body
    .join('\n')
    .replace(/\$CURRENT_(YEAR|MONTH|DATE)/g, (_, part: string) => DATE[part] ?? '')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, (_, text: string) => fill(text))
    .replace(/\$0/g, '');
}

const filled = (text: string): string =>
  text.startsWith('[') ? 'Written out by the author in plain words.' : text;

/** A mapping around a snippet that belongs into one, at the depth where it belongs. */
function mappingAround(prefix: string, text: string): string {
  const head =
    'clausewright: control-mapping/1\nsystem: { id: scoring, owner: jane@example.org }\ncontrols:\n';
  const indented = (depth: number): string => text.replace(/^(?=.)/gm, ' '.repeat(depth));
  const entry = '  - id: A.6.2.4\n    status: partial\n';
  if (prefix.startsWith('control-')) return head + indented(2);
  if (prefix === 'clausewright-disable')
    return `${head}${entry}    evidence:\n${indented(6)}\n      - docs/none.md\n`;
  if (prefix === 'sign-off')
    return `${head}${entry}    evidence:\n      - path: docs/card.md\n${indented(8)}`;
  if (prefix === 'satisfies') return head + entry.replace('partial', 'planned') + indented(4);
  return `${head}${entry}    evidence:\n${indented(6)}`;
}

/** An assessment in YAML that has one of its parts from a snippet. */
const assessmentWith = (text: string): string =>
  `clausewright: impact-assessment/1\nsystem: scoring\n${text}\n`;

/** What a document misses around a snippet says nothing of the snippet. */
const ofSections = (found: readonly string[]): string[] =>
  found.filter(each => !/missing-(section|approval|owner)|card\/no-/.test(each));

/** Findings that say something of the snippet, not of the documents that it would point at. */
function checkText(path: string, text: string): string[] {
  const quiet = { 'mapping/missing-controls': 'off', evidence: 'off', card: 'warning' };
  const files = new Map([[path, text]]);
  if (path !== 'clausewright.yaml') files.set('clausewright.yaml', `rules: ${JSON.stringify(quiet)}\n`);
  const checker = checkerOf(files);
  return checker.findings(path).flatMap(each => (each.suppressed ? [] : [`${each.rule}: ${each.message}`]));
}

test('prefixes are told apart and each snippet is described', () => {
  for (const snippets of [YAML, MARKDOWN]) {
    const prefixes = snippets.flatMap(([, { prefix }]) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const [, { description }] of snippets) expect(description.length).toBeGreaterThan(20);
  }
});

describe.each(YAML)('%s', (_, snippet) => {
  const prefix = snippet.prefix[0] ?? '';
  test('gives no finding where it belongs', () => {
    const text = expanded(snippet);
    if (prefix === 'clausewright-config') expect(checkText('clausewright.yaml', text)).toEqual([]);
    else if (prefix === 'assessment')
      expect(ofSections(checkText('impact-assessment.yaml', text))).toEqual([]);
    else if (prefix.startsWith('assessment-'))
      expect(ofSections(checkText('impact-assessment.yaml', assessmentWith(text)))).toEqual([]);
    else if (prefix === 'control-mapping') expect(checkText('controls.yaml', text)).toEqual([]);
    else expect(checkText('controls.yaml', mappingAround(prefix, text))).toEqual([]);
  });
});

describe.each(MARKDOWN)('%s', (title, snippet) => {
  const card = ['Model card', 'Impact assessment'].includes(title);
  const path = title.includes('ssessment') ? 'impact-assessment.md' : 'MODEL_CARD.md';
  const kind = title.includes('ssessment') ? 'impact-assessment' : 'model-card';
  const whole = (text: string): string =>
    card ? text : `---\nclausewright: ${kind}/1\n---\n\n# A title\n\n${text}\n`;
  test('gives no finding when it is filled in', () => {
    const found = checkText(path, whole(expanded(snippet, filled)));
    expect(card ? found : ofSections(found)).toEqual([]);
  });

  test('has its gaps found as placeholders', () => {
    const text = whole(expanded(snippet));
    const gaps = snippet.body.join('\n').match(/\{\d+:\[/g)?.length ?? 0;
    const found = checkText(path, text).filter(each => !/missing-(section|approval)|card\/no-/.test(each));
    expect(found.every(each => /placeholder|template-not-filled/.test(each))).toBe(true);
    if (gaps > 0) expect(found.length).toBeGreaterThan(0);
  });
});
