import { describe, expect, test } from 'vitest';
import { createBlockParser } from '../../../server/src/syntax/markdown/blocks.ts';
import { type MarkdownTree, parseMarkdown } from '../../../server/src/syntax/markdown/tree.ts';
import { parseYaml } from '../../../server/src/syntax/yaml/parse.ts';
import type { YamlTree } from '../../../server/src/syntax/yaml/tree.ts';
import type { TextChange } from '../../../server/src/text/source.ts';
import type { Span } from '../../../server/src/text/span.ts';
import { forSeeds } from '../../support/cases.ts';
import { randomEdit } from '../../support/edits.ts';
import { randomMarkdown } from '../../support/markdown-documents.ts';
import { Random } from '../../support/random.ts';
import { randomYaml } from '../../support/yaml-documents.ts';

const EDITS = 12;
const blocks = createBlockParser();

interface Reuse<T> {
  readonly tree: T;
  readonly replaced: Span;
  readonly inserted: number;
}

/** Edits a text step by step; after each the tree that reuses the one before must equal a fresh one. */
function checkEdits<T>(
  first: string,
  random: Random,
  parse: (text: string, span: Span, reuse?: Reuse<T>) => T,
  saw: (text: string) => void,
): void {
  let text = first;
  let tree = parse(text, { start: 0, end: text.length });
  for (let step = 0; step < EDITS; step += 1) {
    const change = randomEdit(random, text);
    const next = changed(text, change);
    const span = { start: 0, end: next.length };
    const again = parse(next, span, { tree, replaced: change.span, inserted: change.text.length });
    expect(JSON.stringify(again), `${JSON.stringify(text)} with ${JSON.stringify(change)}`).toBe(
      JSON.stringify(parse(next, span)),
    );
    text = next;
    tree = again;
    saw(text);
  }
}

function changed(text: string, { span, text: inserted }: TextChange): string {
  return text.slice(0, span.start) + inserted + text.slice(span.end);
}

describe('a parse after an edit equals a fresh one', () => {
  test('of YAML', () => {
    const { cases, distinct } = forSeeds(
      250,
      (seed, saw) => {
        const random = new Random(seed);
        checkEdits<YamlTree>(randomYaml(random), random, parseYaml, saw);
      },
      0.1,
    );
    expect(distinct).toBeGreaterThan(cases * 0.7);
  });

  test('of Markdown', () => {
    const { cases, distinct } = forSeeds(
      250,
      (seed, saw) => {
        const random = new Random(seed);
        const parse = (text: string, span: Span, reuse?: Reuse<MarkdownTree>): MarkdownTree =>
          parseMarkdown(blocks, text, span, reuse);
        checkEdits(randomMarkdown(random), random, parse, saw);
      },
      0.1,
    );
    expect(distinct).toBeGreaterThan(cases * 0.7);
  });
});

test('an underlined title in brackets may become a definition by what follows it', () => {
  const parse = (text: string, reuse?: Reuse<MarkdownTree>): MarkdownTree =>
    parseMarkdown(blocks, text, { start: 0, end: text.length }, reuse);
  for (const [before, at, inserted] of [
    ['## A\n\n[ref\n===\n', 16, ']: x\n'],
    ['## A\n\nx\n\n[ref\n===\n]: x\n', 7, 'y'],
    ['[ref\n===\n]: x\n', 0, '## A\n'],
  ] as const) {
    const after = before.slice(0, at) + inserted + before.slice(at);
    const reuse = { tree: parse(before), replaced: { start: at, end: at }, inserted: inserted.length };
    expect(JSON.stringify(parse(after, reuse))).toBe(JSON.stringify(parse(after)));
  }
});

describe('an edit parses again only what it touches', () => {
  /** Checks which entries are not the objects they were before an edit at `⌶`. */
  function checkParsedAgain(marked: string, inserted: string, ...expected: number[]): void {
    const at = marked.indexOf('⌶');
    const before = marked.replace('⌶', '');
    const after = changed(before, { span: { start: at, end: at }, text: inserted });
    const tree = parseYaml(before, { start: 0, end: before.length });
    const again = parseYaml(
      after,
      { start: 0, end: after.length },
      { tree, replaced: { start: at, end: at }, inserted: inserted.length },
    );
    const known = new Set(
      tree.parts.flatMap(part => [part.unit, ...(part.entries ?? []).map(each => each.value)]),
    );
    const units = again.parts.flatMap(part => [part.unit, ...(part.entries ?? []).map(each => each.value)]);
    expect(units.flatMap((unit, index) => (known.has(unit) ? [] : [index]))).toEqual(expected);
  }

  const entries = (mark: string): string => `a: 1\nb:\n  - x: 1\n  - y: 2${mark}\n  - z: 3\nc: 4\n`;

  test('an entry', () => checkParsedAgain(entries('⌶'), '0', 3));
  test('two, when it adds one', () => checkParsedAgain(entries('⌶'), '\n  - v: 5', 3, 4));
  test('a key', () => checkParsedAgain('a: 1\nb: 2⌶\nc: 3\n', '0', 1));
  test('a blank line belongs to what is above it', () => checkParsedAgain('a: 1\n⌶b: 2\nc: 3\n', '\n', 0));
});
