import { keyText, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { at, type Span } from '../../text/span.ts';
import { textOf } from '../field.ts';
import type { Metadata } from '../sectioned.ts';

/** The choices that were made in a form, by question: ids of choices, one or several. */
export type Choices = ReadonlyMap<string, readonly string[]>;

/** A text with its place in the file. */
export interface GivenValue {
  readonly value: string;
  readonly span: Span;
}

/** An answer to a question of a form that an assessment carries under `forms:`. */
export interface GivenAnswer {
  readonly question: GivenValue;
  /** What is written: one value, or each of a list. Empty while nothing is. */
  readonly values: readonly GivenValue[];
  /** All that is written behind the key. */
  readonly all: Span;
}

/** The answers of one form. */
export interface GivenForm {
  readonly form: GivenValue;
  readonly answers: readonly GivenAnswer[];
}

/** The answers under `forms:` of an assessment, in the order of the text; spans are offsets of the file. */
export function givenForms(metadata: Metadata): readonly GivenForm[] {
  const placed = metadata.get('forms');
  if (placed === undefined) return [];
  const { start, value } = placed;
  return pairsIn(value.value, start).map(({ name, node }) => ({
    form: name,
    answers: pairsIn(node, start).map(each => ({
      question: each.name,
      values: valuesOf(each.node, start),
      all: at(start, each.node),
    })),
  }));
}

/** The choices of one form, of questions that have any answer; a question that stands twice has its last. */
export function choicesOf(given: readonly GivenForm[], form: string): Choices {
  const answers = given.filter(each => each.form.value === form).flatMap(each => each.answers);
  return new Map(
    answers
      .filter(each => each.values.length > 0)
      .map(each => [each.question.value, each.values.map(({ value }) => value)]),
  );
}

interface NamedNode {
  readonly name: GivenValue;
  readonly node: YamlNode;
}

function pairsIn(node: YamlNode, start: number): NamedNode[] {
  if (node.kind !== 'map') return [];
  return node.pairs.flatMap(pair => {
    const name = textOf(pair.key)?.value ?? keyText(pair.key);
    return name === undefined ? [] : [{ name: { value: name, span: at(start, pair.key) }, node: pair.value }];
  });
}

function valuesOf(node: YamlNode, start: number): GivenValue[] {
  const nodes = node.kind === 'seq' ? node.items : [node];
  return nodes.flatMap(each => {
    const text = textOf(each);
    const value = text?.value.trim() ?? '';
    return value === '' ? [] : [{ value, span: at(start, each) }];
  });
}
