import type { Catalog } from '../catalog/catalog.ts';
import { GRAMMARS } from '../catalog/ids.ts';
import type { KnownItem, Library } from '../catalog/library.ts';
import { allDatesOf, scopeOf } from '../catalog/scope.ts';
import type { Basis, Item, ItemDate, ItemScope, Provenance, Strength } from '../catalog/types.ts';
import type { SectionedKind } from '../model/kinds.ts';
import { enumeration } from '../text/enumeration.ts';
import type { RuleInfo } from '../workspace/finding.ts';

/** The kinds of document whose sections can hold evidence. */
export const SECTIONED_KINDS: readonly SectionedKind[] = [
  'model-card',
  'dataset-card',
  'impact-assessment',
  'incident',
];

/**
 * What is known of an item of a framework, as `clausewright explain` prints it in JSON and as hovers show it. Keys
 * stand in the order in which they are printed; absent ones do not apply.
 */
export interface ControlExplanation {
  /** Qualified id. */
  readonly id: string;
  readonly framework: string;
  readonly edition: string;
  /** Clause, control, objective, article, … */
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly purpose?: string;
  /** Typical evidence. */
  readonly evidence: readonly string[];
  /** Sections that can hold it, as `Model card: Training data`. */
  readonly sections: readonly string[];
  readonly crosswalk: readonly {
    readonly id: string;
    readonly basis: Basis;
    readonly publisher?: string;
    readonly caveat?: string;
  }[];
  /** What an auditor asks to see. */
  readonly asks: readonly string[];
  /** Qualified ids. */
  readonly related: readonly string[];
  /** Qualified id of the item above. */
  readonly parent?: string;
  /** Qualified ids of the controls that a group or an objective line stands over. */
  readonly controls?: readonly string[];
  readonly level?: 'system' | 'organization';
  /** Strength that its evidence needs; absent for what no mapping answers. */
  readonly needed?: Strength;
  readonly scope?: ItemScope;
  readonly applies?: readonly ItemDate[];
  readonly supersededBy?: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  readonly disclaimer?: string;
  readonly provenance: Provenance & {
    readonly name: string;
    readonly publisher: string;
    /** Path of the workspace file that holds the catalog; absent for ours. */
    readonly own?: string;
  };
}

/** What is known of a rule. */
export interface RuleExplanation extends RuleInfo {
  readonly kind: 'rule';
}

/** Answers `explain <rule|control>`: a rule's id, a qualified id, or an id in any spelling read as `framework`'s. */
export function explain(
  library: Library,
  rules: readonly RuleInfo[],
  text: string,
  framework = 'iso-42001',
): ControlExplanation | RuleExplanation | undefined {
  const rule = rules.find(each => each.id === text.trim());
  if (rule !== undefined) return explainRule(rule);
  const known = itemNamed(library, text, framework);
  return known === undefined ? undefined : explainItem(library, known);
}

/** The item that a text names: in its own framework, in `framework`, or in the only one whose ids look like that. */
export function itemNamed(library: Library, text: string, framework: string): KnownItem | undefined {
  const found = library.resolve(text, framework);
  if (found?.item !== undefined) return { catalog: found.catalog, item: found.item };
  if (found === undefined || found.explicit) return undefined;
  for (const { id, own } of library.heads) {
    const prose = GRAMMARS[id]?.prose;
    const fits =
      own !== undefined || (prose !== undefined && new RegExp(`^(?:${prose})$`, 'i').test(text.trim()));
    if (id === framework || !fits) continue;
    const catalog = library.catalog(id);
    const item = catalog?.find(text);
    if (catalog !== undefined && item !== undefined) return { catalog, item };
  }
  return undefined;
}

/** What is known of a rule, without what running it needs. */
export function explainRule(rule: RuleInfo): RuleExplanation {
  const { id, severity, since, summary, why, clauses, sources, standIns, follows } = rule;
  return defined({
    id,
    kind: 'rule' as const,
    severity,
    since,
    summary,
    why,
    clauses,
    sources,
    standIns,
    follows,
  });
}

/** What a rule has to do with the findings of others, in sentences. */
export function relationsOf({ standIns, follows }: RuleInfo): readonly string[] {
  return [
    ...(standIns === undefined
      ? []
      : [`Not reported where ${enumeration(standIns, 'or')} is, for the same gap.`]),
    ...(follows === undefined
      ? []
      : [`Follows from what other rules find, such as ${enumeration(follows, 'or')}.`]),
  ];
}

/** What is known of an item of a catalog. */
export function explainItem(library: Library, { catalog, item }: KnownItem): ControlExplanation {
  const qualified = catalog.qualified(item);
  const { data } = catalog;
  const under = controlsUnder(catalog, item);
  return defined({
    id: qualified,
    framework: catalog.id,
    edition: data.edition,
    kind: item.kind,
    title: item.title,
    summary: item.summary,
    purpose: item.purpose,
    evidence: item.evidence ?? [],
    sections: sectionsFor(library, item, qualified),
    crosswalk: library.crosswalks
      .of(qualified)
      .map(({ id, basis, publisher, caveat }) => defined({ id, basis, publisher, caveat })),
    asks: item.asks ?? [],
    related: (item.related ?? []).map(id => qualifiedIn(library, catalog, id)),
    parent: item.parent === undefined ? undefined : `${catalog.id}:${item.parent}`,
    controls: under.length === 0 ? undefined : under.map(each => catalog.qualified(each)),
    level: item.level,
    needed: catalog.isControl(item) ? (item.needed ?? data.needed) : undefined,
    scope: scopeOf(catalog, item),
    applies: datesShown(allDatesOf(catalog, item)),
    supersededBy: item.supersededBy,
    attributes: item.attributes,
    disclaimer: data.disclaimer,
    provenance: defined({
      name: data.name,
      publisher: data.publisher,
      own: data.own,
      ...data.provenance,
    }),
  });
}

function datesShown(dates: readonly ItemDate[]): readonly ItemDate[] | undefined {
  return dates.length === 0 ? undefined : dates;
}

/** The controls that a group stands over; for an objective line those of its group. */
export function controlsUnder(catalog: Catalog, item: Item): readonly Item[] {
  if (catalog.isControl(item)) return [];
  const top = item.kind === 'objective' && item.parent !== undefined ? item.parent : item.id;
  const found: Item[] = [];
  const visit = (id: string, depth: number): void => {
    for (const child of depth > 5 ? [] : catalog.children(id)) {
      if (catalog.isControl(child)) found.push(child);
      visit(child.id, depth + 1);
    }
  };
  visit(top, 0);
  return found;
}

/** A related id with its framework: as it stands when it names one, else of the same catalog. */
export function qualifiedIn(library: Library, catalog: Catalog, id: string): string {
  const named = library.nameIn(id);
  return named === undefined || catalog.find(id) !== undefined
    ? `${catalog.id}:${id}`
    : `${named.framework}:${named.rest}`;
}

/** A pair with a control of this framework leads to the sections that can evidence that control. */
const SECTIONED_FRAMEWORK = 'iso-42001';
/** More sections than these, those that most pairs lead to first, are no help. */
const MOST_THROUGH = 6;

function sectionsFor(library: Library, item: Item, qualified: string): string[] {
  const own = [
    ...(item.sections ?? []).flatMap(section => conceptTitle(library, section)),
    ...conceptsFor(library, qualified),
  ];
  const { template } = item;
  const started = template?.sections.map(section => `${template.title}: ${section.heading}`) ?? [];
  const known = [...new Set(own), ...started];
  return known.length > 0 ? known : throughPairs(library, qualified);
}

function conceptTitle(library: Library, section: string): string[] {
  const [kind = '', id = ''] = section.split('/');
  const vocabulary = library.vocabulary(kind);
  const concept = vocabulary.concept(id);
  return concept === undefined ? [] : [`${vocabulary.data.title}: ${concept.title}`];
}

function conceptsFor(library: Library, qualified: string): string[] {
  return SECTIONED_KINDS.flatMap(kind => {
    const vocabulary = library.vocabulary(kind);
    return vocabulary.supporting(qualified).map(concept => `${vocabulary.data.title}: ${concept.title}`);
  });
}

/** The sections of paired controls, for an item that no vocabulary names. */
function throughPairs(library: Library, qualified: string): string[] {
  const pairs = library.crosswalks.of(qualified).filter(({ id }) => id.startsWith(`${SECTIONED_FRAMEWORK}:`));
  const votes = new Map<string, number>();
  for (const { id } of pairs)
    for (const section of conceptsFor(library, id)) votes.set(section, (votes.get(section) ?? 0) + 1);
  return [...votes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_THROUGH)
    .map(([section]) => section);
}

/** A value without the keys that are undefined, so that JSON and the types agree. */
function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<T>;
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
