import { plain } from '../model/config.ts';
import { type ParsedDocument, yamlTreeOf } from '../model/document.ts';
import { readModelIndex } from '../model/results/model-index.ts';
import { mayBeResult, readResult } from '../model/results/read.ts';
import type { TestResult } from '../model/results/result.ts';
import { withoutNotes } from '../model/review-note.ts';
import { keyText, type YamlNode } from '../syntax/yaml/nodes.ts';
import { pairsOf, type YamlTree } from '../syntax/yaml/tree.ts';
import type { Source } from '../text/source.ts';
import { at, type Span, START } from '../text/span.ts';
import type { Fact, FactData } from './facts.ts';

/** What `test:<path>` says. */
export interface TestFact {
  readonly [key: string]: FactData;
  readonly format: TestResult['format'];
  readonly passed: number;
  readonly failed: number;
  readonly measured: number;
  readonly when: string | null;
  readonly failures: readonly string[];
  readonly values: Readonly<Record<string, number>>;
  readonly fault: string | null;
}

/**
 * What a file tells about itself as evidence: its text, how many lines it has, whether it holds a test result, and the
 * values of a YAML file. Each is found out only when somebody asks; `text` stands where its text does.
 */
export function evidenceFacts(document: ParsedDocument): Fact[] {
  const { path, source } = document;
  const facts: Fact[] = [
    textFact(`text:${path}`, source, { start: 0, end: source.text.length }),
    linesFact(path, source),
    { key: `test:${path}`, data: () => testOf(document), span: START },
  ];
  const yaml = /\.(?:ya?ml|json)$/i.test(path) ? yamlTreeOf(document.model) : undefined;
  if (yaml !== undefined && document.kind !== 'control-mapping' && document.kind !== 'config')
    facts.push(...pointerFacts(path, yaml, source));
  return facts;
}

// These functions are apart so that what they put off holds the text alone: functions that are made in one place
// hold together whatever any of them uses.

/** The text that a sign-off of a file or section is for: what reviewers ask about it is no part of it. */
export function textFact(key: string, source: Source, span: Span): Fact {
  return { key, data: () => withoutNotes(source.slice(span)), light: true, span };
}

function linesFact(path: string, source: Source): Fact {
  return { key: `lines:${path}`, data: () => source.lines.count, light: true, span: START };
}

function pointerFact(path: string, pointer: string, source: Source, span: Span): Fact {
  const data = (): FactData => ({
    title: pointer,
    substance: substance(source.slice(span)),
    placeholder: null,
  });
  return { key: `section:${path}#${pointer}`, data, light: true, span };
}

function testOf(document: ParsedDocument): FactData {
  const { path, source, model } = document;
  const yaml = yamlTreeOf(model);
  const result = mayBeResult(path)
    ? readResult(path, source.text, yaml === undefined ? undefined : dataOf(yaml))
    : readModelIndex(dataAt(yaml, 'model-index'));
  return result === undefined ? null : fact(result);
}

function fact(result: TestResult): TestFact {
  const { format, passed, failed, measured, failures, values } = result;
  return {
    format,
    passed,
    failed,
    measured,
    failures,
    values,
    when: result.when ?? null,
    fault: result.fault ?? null,
  };
}

function dataOf(yaml: YamlTree): unknown {
  if (yaml.shape === 'map')
    return Object.fromEntries(
      pairsOf(yaml).map(({ value }) => [keyText(value.key) ?? '', plain(value.value)]),
    );
  return yaml.parts.flatMap(part => plain(part.unit.node));
}

function dataAt(yaml: YamlTree | undefined, key: string): unknown {
  const pair = yaml === undefined ? undefined : pairsOf(yaml).find(({ value }) => keyText(value.key) === key);
  return pair === undefined ? undefined : plain(pair.value.value);
}

/** Deeper values are named by their parent. */
const MOST_DEPTH = 6;
const MOST_POINTERS = 2000;

/** The values of a YAML file by JSON pointer, so that `impact.yaml#/harms/0` can be evidence. */
function pointerFacts(path: string, yaml: YamlTree, source: Source): Fact[] {
  const facts: Fact[] = [];
  /** All pointers; undefined where some values have none of their own. */
  let all: string[] | undefined = [];
  const visit = (pointer: string, node: YamlNode, start: number, depth: number): void => {
    if (facts.length >= MOST_POINTERS * 2 || depth > MOST_DEPTH) {
      all = undefined;
      return;
    }
    all = node.kind === 'alias' || pointer.endsWith('/<<') ? undefined : all;
    all?.push(pointer);
    const span = at(start, node);
    facts.push(pointerFact(path, pointer, source, span));
    facts.push(textFact(`text:${path}#${pointer}`, source, span));
    if (node.kind === 'seq')
      for (const [index, item] of node.items.entries()) visit(`${pointer}/${index}`, item, start, depth + 1);
    if (node.kind === 'map')
      for (const pair of node.pairs)
        visit(`${pointer}/${keyText(pair.key) ?? ''}`, pair.value, start, depth + 1);
  };
  for (const { start, value } of pairsOf(yaml)) visit(`/${keyText(value.key) ?? ''}`, value.value, start, 1);
  if (all !== undefined && yaml.shape === 'map' && yaml.problems.length === 0)
    facts.push(pointersFact(path, all));
  return facts;
}

/** Which pointers a file answers to, as `sections:` says it of Markdown: a link to any other is a mistake. */
function pointersFact(path: string, pointers: readonly string[]): Fact {
  return { key: `sections:${path}`, data: pointers, light: true, span: START };
}

function substance(text: string): string {
  return /^(?:todo|tbd|tba|n\/?a|\?+|\.\.\.)$/i.test(text.trim())
    ? 'placeholder'
    : /[\p{L}\p{N}]/u.test(text)
      ? 'text'
      : 'empty';
}
