import { splitFrontMatter } from '../syntax/frontmatter.ts';
import type { BlockParser } from '../syntax/markdown/blocks.ts';
import { type MarkdownTree, parseMarkdown } from '../syntax/markdown/tree.ts';
import type { YamlPair } from '../syntax/yaml/nodes.ts';
import { parseYaml } from '../syntax/yaml/parse.ts';
import { rootOf } from '../syntax/yaml/root.ts';
import type { YamlTree } from '../syntax/yaml/tree.ts';
import type { Replacement } from '../text/replacement.ts';
import type { Source } from '../text/source.ts';
import type { Placed } from '../text/span.ts';
import { type CatalogFileModel, catalogFileOf, dataOf } from './catalog-file.ts';
import { type ConfigModel, configOf } from './config.ts';
import { dataCardOf, isCardSized, isNamedCard, mayBeDataCard } from './data-card.ts';
import type { Entry } from './entry.ts';
import type { ForeignModel } from './foreign/model.ts';
import { foreignOf } from './foreign/read.ts';
import { mayBeForeign } from './foreign/recognise.ts';
import { type DocumentKind, SECTIONED_KINDS, type SectionedKind } from './kinds.ts';
import { type MappingModel, mappingOf } from './mapping.ts';
import {
  isNamedDocument,
  type Keys,
  markdownKind,
  markedKind,
  mayBeDocument,
  yamlKind,
} from './recognise.ts';
import { markdownModel, type SectionedModel, yamlModel } from './sectioned.ts';

/** Text of a file that an entry points at and that is no document of its own. */
export interface EvidenceModel {
  readonly kind: 'evidence';
  readonly body: MarkdownTree | undefined;
  readonly yaml: YamlTree | undefined;
}

/** What a document says, by kind. */
export type Model =
  | MappingModel
  | SectionedModel
  | ConfigModel
  | CatalogFileModel
  | ForeignModel
  | EvidenceModel;

/** A file that was understood. */
export interface ParsedDocument {
  /** Path in the workspace, with `/`. */
  readonly path: string;
  readonly source: Source;
  readonly kind: DocumentKind;
  readonly model: Model;
}

/** What an incremental parse may start from. */
export interface Earlier extends Replacement {
  readonly document: ParsedDocument;
}

/** How to read a file. */
export interface ReadOptions {
  readonly blocks: BlockParser;
  /** The kind that configuration gives the file; `none` leaves it alone, undefined lets its content decide. */
  readonly kind: DocumentKind | 'none' | undefined;
  readonly earlier: Earlier | undefined;
}

/** Reads a file; undefined when it is no document of any kind. Pure and total: faults are in the trees. */
export function readDocument(path: string, source: Source, options: ReadOptions): ParsedDocument | undefined {
  if (options.kind === 'none') return undefined;
  if (options.kind === undefined && !mayBeDocument(path)) return undefined;
  if (source.holds('\0')) return undefined;
  if (options.kind === 'catalog') return readCatalogFile(path, source, options);
  const data =
    options.kind === undefined && mayBeDataCard(path) ? readDataCard(path, source, options) : undefined;
  if (data !== undefined) return data;
  if (options.kind === 'foreign-mapping' || (options.kind === undefined && /\.json$/i.test(path)))
    return readForeign(path, source, options);
  if (/\.ya?ml$/i.test(path)) return readYaml(path, source, options);
  if (options.kind !== 'evidence' || /\.(?:md|mdx|markdown)$/i.test(path))
    return readMarkdown(path, source, options);
  return { path, source, kind: 'evidence', model: { kind: 'evidence', body: undefined, yaml: undefined } };
}

function readYaml(path: string, source: Source, options: ReadOptions): ParsedDocument | undefined {
  const { text } = source;
  const foreign = options.kind === undefined && mayBeForeign(source);
  if (options.kind === undefined && !foreign && yamlKindByName(path, text) === undefined) return undefined;
  const tree = wholeYaml(text, options);
  if (foreign && markedKind(headsOf(tree)) === undefined) {
    const model = foreignOf(rootOf(tree), tree);
    if (model !== undefined) return { path, source, kind: model.kind, model };
  }
  let mapping: MappingModel | undefined;
  const entries = (): readonly Placed<Entry>[] => {
    mapping ??= mappingOf(tree);
    return mapping.entries;
  };
  const kind = forced(options) ?? yamlKind(path, headsOf(tree), () => entries().map(each => each.value));
  if (kind === 'control-mapping') return { path, source, kind, model: mapping ?? mappingOf(tree) };
  if (kind === 'config') return { path, source, kind, model: configOf(tree) };
  if (kind === 'evidence') return { path, source, kind, model: { kind, body: undefined, yaml: tree } };
  return isSectioned(kind) ? { path, source, kind, model: yamlModel(kind, tree) } : undefined;
}

/** The YAML of a whole file. */
function wholeYaml(text: string, { earlier }: ReadOptions): YamlTree {
  const tree = earlier === undefined ? undefined : yamlTreeOf(earlier.document.model);
  const span = { start: 0, end: text.length };
  return parseYaml(
    text,
    span,
    earlier === undefined || tree === undefined ? undefined : { ...earlier, tree },
  );
}

function readCatalogFile(path: string, source: Source, options: ReadOptions): ParsedDocument {
  const model = catalogFileOf(path, source.text, () => wholeYaml(source.text, options));
  return { path, source, kind: 'catalog', model };
}

function readDataCard(path: string, source: Source, options: ReadOptions): ParsedDocument | undefined {
  if (!isCardSized(source.text)) return undefined;
  // Of bills of materials most have no model.
  if (!isNamedCard(path) && !/bomFormat|model_details|considerations/.test(source.text)) return undefined;
  const yaml = wholeYaml(source.text, options);
  const model = dataCardOf(rootOf(yaml), yaml);
  return model === undefined ? undefined : { path, source, kind: 'model-card', model };
}

function readForeign(path: string, source: Source, options: ReadOptions): ParsedDocument | undefined {
  if (options.kind === undefined && !mayBeForeign(source)) return undefined;
  const { root, yaml } = dataOf(source.text, () => wholeYaml(source.text, options));
  const model = foreignOf(root, yaml);
  return model === undefined ? undefined : { path, source, kind: model.kind, model };
}

const MARK = /^\s{0,3}["']?clausewright["']?\s*:/m;
const NAMED_YAML =
  /(?:controls|mapping|soa|applicability|assessment|aiia|fria|incident|clausewright)[^/]*\.ya?ml$|(?:^|\/)incidents\/[^/]+\.ya?ml$/i;

/** Whether a YAML file is worth parsing at all. */
function yamlKindByName(path: string, text: string): true | undefined {
  return NAMED_YAML.test(path) || MARK.test(text.slice(0, 4000)) ? true : undefined;
}

function readMarkdown(path: string, source: Source, options: ReadOptions): ParsedDocument | undefined {
  const { text } = source;
  const front = splitFrontMatter(text);
  const unrecognised = options.kind === undefined && front.state === 'none' && !isNamedDocument(path);
  if (unrecognised) return undefined;
  const earlier = options.earlier;
  const model = earlier?.document.model;
  const earlierYaml = model === undefined ? undefined : yamlTreeOf(model);
  const yaml =
    front.state === 'none'
      ? undefined
      : parseYaml(
          text,
          front.content,
          earlier === undefined || earlierYaml === undefined ? undefined : { ...earlier, tree: earlierYaml },
        );
  const span = { start: front.body, end: text.length };
  const earlierBody = model === undefined ? undefined : bodyOf(model);
  const parse = (): MarkdownTree =>
    parseMarkdown(
      options.blocks,
      text,
      span,
      earlier === undefined || earlierBody === undefined ? undefined : { ...earlier, tree: earlierBody },
    );
  let body: MarkdownTree | undefined;
  const headings = (): string[] => {
    body ??= parse();
    return body.sections.flatMap(({ value }) =>
      value.heading === undefined ? [] : [value.heading.title.toLowerCase()],
    );
  };
  const kind =
    forced(options) ?? markdownKind(path, yaml === undefined ? new Map() : headsOf(yaml), headings);
  if (kind === undefined) return undefined;
  body ??= parse();
  if (isSectioned(kind) || kind === 'space-card')
    return { path, source, kind, model: markdownModel(kind, front, yaml, body) };
  return kind === 'evidence' ? { path, source, kind, model: { kind, body, yaml } } : undefined;
}

function isSectioned(kind: DocumentKind | undefined): kind is SectionedKind {
  return SECTIONED_KINDS.some(each => each === kind);
}

/** The Markdown of a model, where it has any. */
export function bodyOf(model: Model): MarkdownTree | undefined {
  return 'body' in model ? model.body : undefined;
}

/** The YAML of a model: a whole file's, or its front matter's. */
export function yamlTreeOf(model: Model): YamlTree | undefined {
  return 'tree' in model ? model.tree : model.yaml;
}

function forced(options: ReadOptions): DocumentKind | undefined {
  return options.kind === 'none' ? undefined : options.kind;
}

/** The top-level pairs by key, with entries that were parsed on their own left out of the values. */
function headsOf(tree: YamlTree): Keys {
  const keys = new Map<string, Placed<YamlPair>>();
  for (const { span, unit } of tree.parts) {
    for (const pair of unit.node.kind === 'map' ? unit.node.pairs : []) {
      if (pair.key.kind === 'scalar') keys.set(pair.key.source, { start: span.start, value: pair });
    }
  }
  return keys;
}
