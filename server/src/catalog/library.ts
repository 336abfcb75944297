import { CardMetadata } from './card-metadata.ts';
import { Catalog } from './catalog.ts';
import { Crosswalks } from './crosswalk.ts';
import { Form, type FormHead } from './forms/form.ts';
import { FrameworkNames, type NamedFramework, type NamePlace } from './names.ts';
import { rangeIn } from './ranges.ts';
import type { CatalogSource, CrosswalkData, FrameworkHead, Item } from './types.ts';
import { Vocabulary } from './vocabulary.ts';

/** More ids of one framework than this are not kept. */
const MOST_REFERENCES = 20_000;
/** More frameworks of bare ids are names that somebody was typing. */
const MOST_CONTEXTS = 30;

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
  /** A title of the same catalog that the text has behind the id, as in `A.7.5 Data provenance`. */
  readonly title: string | undefined;
}

/** A known item with its catalog. */
export interface KnownItem {
  readonly catalog: Catalog;
  readonly item: Item;
}

/** The catalogs, vocabularies and crosswalks of a session; each is loaded when it is first asked for. */
export class Library {
  readonly heads: readonly FrameworkHead[];
  readonly forms: readonly FormHead[];
  private readonly source: CatalogSource;
  private readonly catalogs = new Map<string, Catalog | undefined>();
  private readonly vocabularies = new Map<string, Vocabulary>();
  private readonly loadedForms = new Map<string, Form | undefined>();
  private readonly names: FrameworkNames;
  private walks: Crosswalks | undefined;
  private metadata: CardMetadata | undefined;
  /** Ids as they were read before, by the framework of bare ids: a long mapping asks for the same ones at each edit. */
  private readonly references = new Map<string, Map<string, Reference | undefined>>();

  constructor(source: CatalogSource) {
    this.source = source;
    this.heads = source.heads;
    this.forms = source.forms;
    this.names = new FrameworkNames(this.heads);
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

  /** A form's questions, loaded at the first call; undefined for a form that is not known. */
  form(id: string): Form | undefined {
    if (!this.loadedForms.has(id)) {
      const data = this.source.form(id);
      this.loadedForms.set(id, data === undefined ? undefined : new Form(data));
    }
    return this.loadedForms.get(id);
  }

  /** Keys and values of the front matter of cards. */
  get cards(): CardMetadata {
    this.metadata ??= new CardMetadata(this.source.cardMetadata());
    return this.metadata;
  }

  get crosswalks(): Crosswalks {
    this.walks ??= new Crosswalks(framework => this.source.crosswalks(framework));
    return this.walks;
  }

  /** Whether the workspace has catalogs of its own. */
  get hasOwn(): boolean {
    return this.heads.some(head => head.own !== undefined);
  }

  /** The crosswalks with a framework at either end, as data. */
  crosswalkSets(framework: string): readonly CrosswalkData[] {
    return this.source.crosswalks(framework);
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
    let known = this.references.get(framework);
    if (known === undefined) {
      if (this.references.size >= MOST_CONTEXTS) this.references.clear();
      known = new Map();
      this.references.set(framework, known);
    }
    const reference = known.get(text);
    if (reference !== undefined || known.has(text)) return reference;
    if (known.size >= MOST_REFERENCES) known.clear();
    const read = this.read(text, framework);
    known.set(text, read);
    return read;
  }

  /** What {@link resolve} gives, for each control of a range such as `A.5.2–A.5.5` or `Articles 9 to 15`. */
  resolveAll(text: string, framework: string): readonly Reference[] {
    const reference = this.resolve(text, framework);
    if (reference === undefined || reference.item !== undefined)
      return reference === undefined ? [] : [reference];
    const items = rangeIn(reference.catalog, reference.written);
    return items === undefined ? [reference] : items.map(item => ({ ...reference, item, written: item.id }));
  }

  private read(given: string, framework: string): Reference | undefined {
    const trimmed = given.trim();
    const named = this.nameIn(trimmed);
    const catalog = this.catalog(named?.framework ?? framework);
    if (catalog === undefined) return undefined;
    const rest = named?.rest ?? trimmed;
    // A name may hold the beginning of the id behind it, as "45 CFR 164" does in "45 CFR-164-308".
    const text = catalog.find(rest) === undefined && catalog.find(trimmed) !== undefined ? trimmed : rest;
    const whole = catalog.find(text) ?? (named?.shared === true ? undefined : catalog.findUndated(text));
    const titled = whole === undefined ? catalog.findTitled(text) : undefined;
    return {
      catalog,
      item: whole ?? titled?.item,
      written: titled?.written ?? text,
      explicit: named !== undefined,
      edition: named?.edition,
      title: titled?.title,
    };
  }

  /** Where a text names frameworks, in the order of the text; `end` is behind the name, its edition and a colon. */
  namesIn(text: string): NamePlace[] {
    return this.names.in(text);
  }

  /** The framework that a text begins with, by id or by one of its names. */
  nameIn(text: string): NamedFramework | undefined {
    return this.names.at(text);
  }
}
