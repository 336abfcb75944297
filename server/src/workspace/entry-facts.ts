import type { Library } from '../catalog/library.ts';
import type { Entry, EvidenceRef } from '../model/entry.ts';
import { textField, textsField } from '../model/field.ts';
import type { MappingModel } from '../model/mapping.ts';
import type { Local } from '../text/span.ts';
import { isDeepEqual } from './equal.ts';
import type { FactData, UnitFact, UnitFacts } from './facts.ts';
import { pathsOf } from './references.ts';
import { targetOf } from './target.ts';

/** What `entry:<qualified id>` says. */
export interface EntryFact {
  readonly [key: string]: FactData;
  readonly system: string | null;
  readonly status: string | null;
  readonly applicable: boolean;
  /** The targets as written. */
  readonly evidence: readonly string[];
  /** The same with everything that grading reads. */
  readonly items: readonly EvidenceItem[];
  readonly owner: string | null;
  readonly justification: string | null;
  readonly until: string | null;
  /** Strength that the entry itself asks for. */
  readonly needed: string | null;
  /** Items of other frameworks that the evidence serves, qualified. */
  readonly satisfies: readonly string[];
}

/** One piece of evidence as an entry states it. */
export interface EvidenceItem {
  readonly [key: string]: FactData;
  readonly target: string;
  readonly type: string | null;
  readonly by: string | null;
  readonly on: string | null;
  readonly digest: string | null;
  readonly expires: string | null;
  /** Files that a test covers, as written. */
  readonly covers: readonly string[];
}

/** What the facts of an entry depend on beside the entry. */
export interface EntryContext {
  readonly path: string;
  /** Workspace folder of the mapping. */
  readonly root: string;
  readonly library: Library;
  /** The framework of bare ids. */
  readonly framework: string;
  /** Id and owner of the mapping's system. */
  readonly system: string | null;
  readonly owner: string | null;
}

/** What all entries of a mapping name, each once. */
export interface NamedByEntries {
  /** The targets of evidence, as written. */
  readonly targets: readonly string[];
  /** Those and the files that tests cover, without fragments. */
  readonly files: readonly string[];
}

/** The facts of mapping entries, kept for as long as the entry and its context stay the same. */
export class EntryFacts {
  private readonly contexts = new Map<string, EntryContext>();
  private readonly known = new WeakMap<
    Entry,
    { readonly context: EntryContext; readonly facts: UnitFacts }
  >();

  private readonly names = new WeakMap<MappingModel['entries'], NamedByEntries>();

  /**
   * What the entries of a mapping name. Where `earlier` ones, of the same mapping before an edit, name the same, it is
   * the very same value.
   */
  named(entries: MappingModel['entries'], earlier: MappingModel['entries'] | undefined): NamedByEntries {
    const before =
      earlier !== undefined && nameTheSame(entries, earlier) ? this.names.get(earlier) : undefined;
    const names = this.names.get(entries) ?? before ?? namedBy(entries);
    this.names.set(entries, names);
    return names;
  }

  /** What an entry states in a context. */
  in(context: EntryContext): (entry: Entry) => UnitFacts {
    const before = this.contexts.get(context.path);
    const same = before !== undefined && isSame(before, context) ? before : context;
    this.contexts.set(context.path, same);
    const keys = new Map<string, string>();
    return entry => {
      const known = this.known.get(entry);
      if (known?.context === same) return known.facts;
      const facts = factsOf(entry, same, keys);
      this.known.set(entry, { context: same, facts });
      return facts;
    };
  }
}

function namedBy(entries: MappingModel['entries']): NamedByEntries {
  const targets = new Set<string>();
  const files = new Set<string>();
  for (const { value } of entries) {
    for (const evidence of value.evidence) {
      targets.add(evidence.target.value);
      for (const text of pathsOf(evidence)) {
        const hash = text.indexOf('#');
        if (hash !== 0) files.add(hash < 0 ? text : text.slice(0, hash));
      }
    }
  }
  return { targets: [...targets], files: [...files] };
}

function nameTheSame(entries: MappingModel['entries'], earlier: MappingModel['entries']): boolean {
  return (
    entries.length === earlier.length &&
    entries.every(({ value }, index) => {
      const before = earlier[index]?.value;
      return value === before || isDeepEqual(value.evidence.map(pathsOf), before?.evidence.map(pathsOf));
    })
  );
}

function isSame(a: EntryContext, b: EntryContext): boolean {
  return (
    a.root === b.root &&
    a.library === b.library &&
    a.framework === b.framework &&
    a.system === b.system &&
    a.owner === b.owner
  );
}

/** `keys` holds each key of the mapping once: many entries point at the same files. */
function factsOf(entry: Entry, context: EntryContext, keys: Map<string, string>): UnitFacts {
  const { path, library, framework, system } = context;
  const { id } = entry;
  const reference = id === undefined ? undefined : library.resolve(id.value, framework);
  if (id === undefined || reference?.item === undefined) return [];
  const qualified = reference.catalog.qualified(reference.item);
  const data = entryFact(entry, context);
  const facts: UnitFact[] = [];
  const state = (key: string, what: FactData, { from, to }: Local = id): void => {
    const known = keys.get(key);
    if (known === undefined) keys.set(key, key);
    facts.push({ key: known ?? key, data: what, from, to });
  };
  state(`entry:${qualified}`, data);
  state(`entries:${path}`, qualified);
  if (system !== null) state(`entry-of:${system}/${qualified}`, null);
  state('symbols', { kind: 'entry', name: id.value, detail: qualified });
  for (const served of data.satisfies) {
    state(`satisfied:${served}`, qualified);
    state(`serves:${served.slice(0, served.indexOf(':'))}`, true);
  }
  for (const each of entry.evidence) {
    const target = targetOf(each.target.value, path, context.root);
    if (target.kind !== 'file' || target.path === path) continue;
    const fragment = target.fragment ?? null;
    state(`evidence-for:${target.path}`, { control: qualified, fragment }, each.target);
  }
  return facts;
}

/** What an entry says of its control. */
export function entryFact(
  entry: Entry,
  { system, owner, framework, library }: Pick<EntryContext, 'system' | 'owner' | 'framework' | 'library'>,
): EntryFact {
  return {
    system,
    status: entry.status?.value ?? null,
    applicable: entry.applicable?.value !== false,
    evidence: entry.evidence.map(each => each.target.value),
    items: entry.evidence.map(evidenceItem),
    owner: entry.owner?.value ?? owner,
    justification: entry.justification?.value ?? null,
    until: entry.until?.value ?? null,
    needed: textField(entry.fields.get('needed'))?.value ?? null,
    satisfies: entry.satisfies.flatMap(each =>
      library
        .resolveAll(each.value, framework)
        .flatMap(({ catalog, item }) => (item === undefined ? [] : [catalog.qualified(item)])),
    ),
  };
}

function evidenceItem(evidence: EvidenceRef): EvidenceItem {
  return {
    target: evidence.target.value,
    type: evidence.type?.value ?? null,
    by: evidence.reviewed?.by?.value ?? null,
    on: evidence.reviewed?.on?.value ?? null,
    digest: evidence.reviewed?.digest?.value ?? null,
    expires: evidence.expires?.value ?? null,
    covers: textsField(evidence.fields.get('covers')).map(each => each.value),
  };
}
