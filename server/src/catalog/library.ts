import { Catalog } from './catalog.ts';
import { Crosswalks } from './crosswalk.ts';
import type { CatalogSource, FrameworkHead, Item } from './types.ts';
import { Vocabulary } from './vocabulary.ts';

/** No name with its edition is longer. */
const NAME_REACH = 120;
/** More ids than this are not kept. */
const MOST_REFERENCES = 20_000;

/** An id of a document, read in its context. */
export interface Reference {
  readonly catalog: Catalog;
  /** Absent when the framework is known and has no such item. */
  readonly item: Item | undefined;
  /** The id as written, without the framework in front. */
  readonly written: string;
  /** Whether the text itself named the framework. */
  readonly explicit: boolean;
  /** The edition that the text named, such as 2023. */
  readonly edition: string | undefined;
}

/** A known item with its catalog. */
export interface KnownItem {
  readonly catalog: Catalog;
  readonly item: Item;
}

/** The catalogs, vocabularies and crosswalks of a session; each is loaded when it is first asked for. */
export class Library {
  readonly heads: readonly FrameworkHead[];
  private readonly source: CatalogSource;
  private readonly catalogs = new Map<string, Catalog | undefined>();
  private readonly vocabularies = new Map<string, Vocabulary>();
  private readonly names: readonly { readonly head: FrameworkHead; readonly pattern: RegExp }[];
  /** Any framework's name or id, wherever it begins. */
  private readonly anyName: RegExp;
  private walks: Crosswalks | undefined;
  /** Ids as they were read before: a long mapping asks for the same ones at each edit. */
  private readonly references = new Map<string, Reference | undefined>();

  constructor(source: CatalogSource) {
    this.source = source;
    this.heads = source.heads;
    this.names = this.heads.map(head => ({ head, pattern: namePattern(head.names) }));
    const starts = this.heads.flatMap(head => [...head.names.map(spelled), `${escaped(head.id)}:`]);
    this.anyName = new RegExp(String.raw`(?<![\w-])(?:${starts.join('|')})`, 'gi');
  }

  /** A framework's catalog, loaded at the first call; undefined for a framework that is not known. */
  catalog(framework: string): Catalog | undefined {
    if (!this.catalogs.has(framework)) {
      const data = this.source.catalog(framework);
      this.catalogs.set(framework, data === undefined ? undefined : new Catalog(data));
    }
    return this.catalogs.get(framework);
  }

  /** The concepts of a document kind. Kinds without a vocabulary have an empty one. */
  vocabulary(kind: string): Vocabulary {
    const known = this.vocabularies.get(kind);
    if (known !== undefined) return known;
    const made = new Vocabulary(this.source.vocabulary(kind) ?? { kind, title: kind, concepts: [] });
    this.vocabularies.set(kind, made);
    return made;
  }

  get crosswalks(): Crosswalks {
    this.walks ??= new Crosswalks(framework => this.source.crosswalks(framework));
    return this.walks;
  }

  /** Ids of the catalogs that have been loaded so far. */
  get loaded(): readonly string[] {
    return [...this.catalogs.keys()].filter(id => this.catalogs.get(id) !== undefined);
  }

  /** The item of a qualified id, `framework:id`. */
  item(qualified: string): KnownItem | undefined {
    const colon = qualified.indexOf(':');
    const catalog = colon < 0 ? undefined : this.catalog(qualified.slice(0, colon));
    const item = catalog?.find(qualified.slice(colon + 1));
    return catalog === undefined || item === undefined ? undefined : { catalog, item };
  }

  /**
   * Reads an id as a document writes it: `A.6.2.4`, `A-6-2-4`, `iso-42001:A.6.2.4`, `ISO/IEC 42001:2023 A.6.2.4`.
   * A bare id takes `framework`. Undefined when the framework is not known.
   */
  resolve(text: string, framework: string): Reference | undefined {
    const key = `${framework}\n${text}`;
    if (!this.references.has(key)) {
      if (this.references.size >= MOST_REFERENCES) this.references.clear();
      this.references.set(key, this.read(text, framework));
    }
    return this.references.get(key);
  }

  private read(text: string, framework: string): Reference | undefined {
    const trimmed = text.trim();
    const named = this.nameIn(trimmed);
    const catalog = this.catalog(named?.framework ?? framework);
    if (catalog === undefined) return undefined;
    const written = named === undefined ? trimmed : named.rest;
    return {
      catalog,
      item: catalog.find(written),
      written,
      explicit: named !== undefined,
      edition: named?.edition,
    };
  }

  /** Where a text names frameworks, in the order of the text; `end` is behind the name, its edition and a colon. */
  namesIn(text: string): { readonly framework: string; readonly start: number; readonly end: number }[] {
    const found: { framework: string; start: number; end: number }[] = [];
    for (const hit of text.matchAll(this.anyName)) {
      if (hit.index < (found.at(-1)?.end ?? 0)) continue;
      const ahead = text.slice(hit.index, hit.index + NAME_REACH);
      const name = this.nameIn(ahead);
      if (name === undefined) continue;
      found.push({
        framework: name.framework,
        start: hit.index,
        end: hit.index + ahead.length - name.rest.length,
      });
    }
    return found;
  }

  /** The framework that a text begins with, by id or by one of its names. */
  nameIn(text: string): { framework: string; rest: string; edition: string | undefined } | undefined {
    const colon = /^([a-z][a-z0-9]*(?:-[a-z0-9.]+)*):\s*(?=\S)/.exec(text);
    if (colon !== null && this.heads.some(head => head.id === colon[1])) {
      return { framework: colon[1] ?? '', rest: text.slice(colon[0].length), edition: undefined };
    }
    for (const { head, pattern } of this.names) {
      const hit = pattern.exec(text);
      if (hit !== null) return { framework: head.id, rest: text.slice(hit[0].length), edition: hit[1] };
    }
    return undefined;
  }
}

/** Matches one of a framework's names at the start of a text, with an edition behind it if there is one. */
function namePattern(names: readonly string[]): RegExp {
  const longest = [...names].sort((a, b) => b.length - a.length);
  return new RegExp(
    String.raw`^(?:${longest.map(spelled).join('|')})(?::((?:19|20)\d\d))?(?![0-9])[\s,:/-]*`,
    'i',
  );
}

/** A name as a pattern that allows any blanks, dashes or slashes between its words. */
function spelled(name: string): string {
  return name
    .split(/[\s/-]+/)
    .map(escaped)
    .join(String.raw`[\s/-]*`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
