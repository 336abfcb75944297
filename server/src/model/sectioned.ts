import type { FrontMatter } from '../syntax/frontmatter.ts';
import type { MarkdownTree } from '../syntax/markdown/tree.ts';
import { pairOf, type YamlPair } from '../syntax/yaml/nodes.ts';
import { pairsOf, type YamlTree } from '../syntax/yaml/tree.ts';
import type { Placed } from '../text/span.ts';
import type { DataPart } from './data-card.ts';
import { type Field, textField, textsField } from './field.ts';
import type { CardKind, SectionedKind } from './kinds.ts';
import { type OutlineItem, outlineOf } from './outline.ts';

/** Front matter, or the top-level keys of a YAML document, by key. */
export type Metadata = ReadonlyMap<string, Placed<YamlPair>>;

/** A document made of sections: a card, or an impact assessment in either writing; a Space's README has no vocabulary. */
export interface SectionedModel {
  readonly kind: SectionedKind | CardKind;
  readonly form: 'markdown' | 'yaml';
  /** Absent in YAML documents. */
  readonly frontMatter: FrontMatter | undefined;
  /** The front matter's YAML, or the whole document's. */
  readonly yaml: YamlTree | undefined;
  readonly body: MarkdownTree | undefined;
  readonly metadata: Metadata;
  readonly outline: readonly OutlineItem[];
  /** The fields of a card in another format, which is read and never edited; absent for documents of ours. */
  readonly data?: readonly DataPart[];
}

/** Reads a Markdown document of sections. */
export function markdownModel(
  kind: SectionedKind | CardKind,
  frontMatter: FrontMatter,
  yaml: YamlTree | undefined,
  body: MarkdownTree,
): SectionedModel {
  return {
    kind,
    form: 'markdown',
    frontMatter,
    yaml,
    body,
    metadata: metadataOf(yaml),
    outline: outlineOf(body),
  };
}

/** Reads an impact assessment that is written as YAML. */
export function yamlModel(kind: SectionedKind, yaml: YamlTree): SectionedModel {
  return {
    kind,
    form: 'yaml',
    frontMatter: undefined,
    yaml,
    body: undefined,
    metadata: metadataOf(yaml),
    outline: [],
  };
}

function metadataOf(yaml: YamlTree | undefined): Metadata {
  const metadata = new Map<string, Placed<YamlPair>>();
  for (const pair of yaml === undefined ? [] : pairsOf(yaml)) {
    if (pair.value.key.kind === 'scalar') metadata.set(pair.value.key.source, pair);
  }
  return metadata;
}

/** A metadata value as text, placed; undefined when it is absent, empty or no single value. */
export function textAt(metadata: Metadata, key: string): Placed<Field<string>> | undefined {
  const pair = metadata.get(key);
  const value = textField(pair?.value);
  return pair === undefined || value === undefined || value.value === ''
    ? undefined
    : { start: pair.start, value };
}

/** The id of the AI system that a document names: `system: scoring`, or `system: { id: scoring }`. */
export function systemAt(metadata: Metadata): Placed<Field<string>> | undefined {
  const pair = metadata.get('system');
  const value = textField(pairOf(pair?.value.value, 'id') ?? pair?.value);
  return pair === undefined || value === undefined || value.value === ''
    ? undefined
    : { start: pair.start, value };
}

/** A metadata value as list of texts, placed; a single text counts as a list of one, of ids as those between commas. */
export function textsAt(metadata: Metadata, key: string): Placed<Field<string>>[] {
  const pair = metadata.get(key);
  if (pair === undefined) return [];
  const texts = textsField(pair.value);
  const isLine = key === 'controls' && pair.value.value.kind === 'scalar';
  return (isLine ? texts.flatMap(betweenCommas) : texts).map(value => ({ start: pair.start, value }));
}

/** The parts of a text on one line; the whole of one whose places cannot be told, as with escapes. */
function betweenCommas(field: Field<string>): Field<string>[] {
  const quotes = (field.to - field.from - field.value.length) / 2;
  if (!field.value.includes(',') || (quotes !== 0 && quotes !== 1)) return [field];
  return [...field.value.matchAll(/[^,\r\n]+/g)].flatMap(hit => {
    const value = hit[0].trim();
    const from = field.from + quotes + hit.index + hit[0].indexOf(value);
    return value === '' ? [] : [{ ...field, value, from, to: from + value.length }];
  });
}
