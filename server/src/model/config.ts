import { keyText, valueAt, type YamlNode, type YamlPair } from '../syntax/yaml/nodes.ts';
import { pairsOf, type YamlTree } from '../syntax/yaml/tree.ts';
import type { Placed } from '../text/span.ts';
import { textField, textsField } from './field.ts';
import type { Severity } from './severity.ts';
import { severityOf } from './severity.ts';

/** What a configuration says of one rule or group of rules. */
export interface RuleSetting {
  readonly severity: Severity | 'off' | undefined;
  readonly options: ReadonlyMap<string, unknown>;
}

/** A configuration file: its tree for findings, its values for everything else. */
export interface ConfigModel {
  readonly kind: 'config';
  readonly tree: YamlTree;
  readonly keys: ReadonlyMap<string, Placed<YamlPair>>;
  readonly settings: Settings;
}

/** The values of one configuration file; what it does not say is absent. */
export interface Settings {
  readonly root: boolean;
  readonly framework: string | undefined;
  readonly frameworks: readonly string[];
  /** Needed strength by framework id or qualified control id. */
  readonly needed: ReadonlyMap<string, string>;
  readonly documents: readonly { readonly files: readonly string[]; readonly kind: string }[];
  readonly exclude: readonly string[];
  /** By rule id or group. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Own headings by concept id. */
  readonly headings: ReadonlyMap<string, readonly string[]>;
  readonly reviewPeriod: number | undefined;
  readonly people: readonly string[];
  readonly catalogs: readonly string[];
  readonly forbidden: readonly string[];
  readonly inline: boolean;
  readonly baseline: string | undefined;
  /** How impact assessments score; undefined where nothing is said. */
  readonly assessment: AssessmentSettings | undefined;
}

/** How impact assessments score, as far as a configuration says. */
export interface AssessmentSettings {
  /** Steps from 1 upwards. */
  readonly likelihood: readonly string[];
  readonly severity: readonly string[];
  /** Levels with the score from which each begins. */
  readonly levels: readonly { readonly name: string; readonly from: number }[];
  readonly threshold: number | undefined;
  /** Who may accept, by level; the empty name stands for every level. */
  readonly acceptors: ReadonlyMap<string, readonly string[]>;
}

/** Reads a configuration. Values of the wrong type count as absent; the schema's findings name them. */
export function configOf(tree: YamlTree): ConfigModel {
  const keys = new Map<string, Placed<YamlPair>>();
  for (const pair of pairsOf(tree))
    if (pair.value.key.kind === 'scalar') keys.set(pair.value.key.source, pair);
  const pair = (key: string): YamlPair | undefined => keys.get(key)?.value;
  const node = (key: string): YamlNode | undefined => pair(key)?.value;
  const suppressions = node('suppressions');
  const settings: Settings = {
    root: isTrue(node('root')),
    framework: textField(pair('framework'))?.value,
    frameworks: texts(pair('frameworks')),
    needed: new Map(
      entries(node('needed')).flatMap(([key, value]) =>
        value.kind === 'scalar' ? [[key, value.source]] : [],
      ),
    ),
    documents: documentsOf(node('documents')),
    exclude: texts(pair('exclude')),
    rules: new Map(entries(node('rules')).map(([key, value]) => [key, ruleSetting(value)])),
    headings: new Map(entries(node('headings')).map(([key, value]) => [key, listOf(value)])),
    reviewPeriod: numberOf(valueAt(node('review'), 'period')),
    people: listOf(valueAt(node('review'), 'people')),
    catalogs: texts(pair('catalogs')),
    forbidden: listOf(valueAt(suppressions, 'forbid')),
    inline: !isFalse(valueAt(suppressions, 'inline')),
    baseline: textField(pair('baseline'))?.value,
    assessment: assessmentOf(node('assessment')),
  };
  return { kind: 'config', tree, keys, settings };
}

function assessmentOf(node: YamlNode | undefined): AssessmentSettings | undefined {
  if (node?.kind !== 'map') return undefined;
  const acceptors = valueAt(node, 'acceptors');
  return {
    likelihood: listOf(valueAt(node, 'likelihood')),
    severity: listOf(valueAt(node, 'severity')),
    levels: entries(valueAt(node, 'levels')).flatMap(([name, value]) => {
      const from = numberOf(value);
      return from === undefined ? [] : [{ name, from }];
    }),
    threshold: numberOf(valueAt(node, 'threshold')),
    acceptors:
      acceptors?.kind === 'map'
        ? new Map(entries(acceptors).map(([level, people]) => [level, listOf(people)]))
        : new Map(acceptors === undefined ? [] : [['', listOf(acceptors)]]),
  };
}

function texts(pair: YamlPair | undefined): readonly string[] {
  return textsField(pair).map(field => field.value);
}

function listOf(node: YamlNode | undefined): readonly string[] {
  if (node?.kind === 'scalar' && node.value !== null) return [String(node.value)];
  if (node?.kind !== 'seq') return [];
  return node.items.flatMap(item =>
    item.kind === 'scalar' && item.value !== null ? [String(item.value)] : [],
  );
}

function entries(node: YamlNode | undefined): [string, YamlNode][] {
  if (node?.kind !== 'map') return [];
  return node.pairs.flatMap((pair): [string, YamlNode][] => {
    const key = keyText(pair.key);
    return key === undefined ? [] : [[key, pair.value]];
  });
}

function documentsOf(node: YamlNode | undefined): Settings['documents'] {
  if (node?.kind !== 'seq') return [];
  return node.items.flatMap(item => {
    const kind = valueAt(item, 'kind');
    return kind?.kind === 'scalar' ? [{ files: listOf(valueAt(item, 'files')), kind: kind.source }] : [];
  });
}

function ruleSetting(node: YamlNode): RuleSetting {
  if (node.kind === 'scalar') return { severity: severityOf(node.source), options: new Map() };
  const severity = valueAt(node, 'severity');
  const options = entries(valueAt(node, 'options')).map(([key, value]): [string, unknown] => [
    key,
    plain(value),
  ]);
  return {
    severity: severity?.kind === 'scalar' ? severityOf(severity.source) : undefined,
    options: new Map(options),
  };
}

/** A node as plain data; aliases stay unread. */
export function plain(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'seq') return node.items.map(plain);
  if (node.kind === 'map')
    return Object.fromEntries(entries(node).map(([key, value]) => [key, plain(value)]));
  return undefined;
}

function numberOf(node: YamlNode | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' && node.value > 0 ? node.value : undefined;
}

function isTrue(node: YamlNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === true;
}

function isFalse(node: YamlNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === false;
}
