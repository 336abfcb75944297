import type { DocumentKind } from '../model/kinds.ts';
import { digestOf } from '../text/digest.ts';
import type { AssessedAt } from './assessment/assessed.ts';
import { type Basis, basisOf } from './assessment/basis.ts';
import type { AssessedBasis } from './assessment/basis-facts.ts';
import type { CardFact, MetricFact, NeighbourFact } from './card-facts.ts';
import type { ConceptFact } from './concept-facts.ts';
import type { EntryFact } from './entry-facts.ts';
import type { Stated } from './facts.ts';
import { FileGraph } from './file-graph.ts';
import type { SupportFact } from './foreign-facts.ts';
import type { MappingFact } from './mapping-facts.ts';
import { folderOf, foldersUp, inFolder, nameOf } from './paths.ts';
import type { ReviewFact } from './review/facts.ts';
import type { SectionFact } from './section-facts.ts';

/**
 * Questions to the workspace: about its files, and about what its documents say. Each answer's key is noted, so that
 * whoever asked is asked again when the answer changes, and only then.
 */
export class Graph extends FileGraph {
  /** The kind of a document; undefined for files that are none or are not read. */
  kindOf(path: string): DocumentKind | undefined {
    return this.read<{ kind: string }>(`document:${path}`)[0]?.data.kind as DocumentKind | undefined;
  }

  /** Paths of the documents of a kind. */
  documents(kind: DocumentKind): readonly string[] {
    return this.read<string>(`documents:${kind}`).map(each => each.data);
  }

  /** The section that a link's fragment names. */
  section(path: string, fragment: string): Stated<SectionFact> | undefined {
    const exact = this.read<SectionFact>(`section:${path}#${fragment}`)[0];
    return exact ?? this.read<SectionFact>(`section:${path}#${fragment.toLowerCase()}`)[0];
  }

  /** The fragments that a document answers to, in the order of its headings. */
  sections(path: string): readonly string[] {
    return this.read<readonly string[]>(`sections:${path}`).flatMap(each => each.data);
  }

  /** What the whole body of a document holds. */
  substance(path: string): SectionFact | undefined {
    return this.read<SectionFact>(`substance:${path}`)[0]?.data;
  }

  /** All control mappings. */
  get mappings(): readonly { readonly path: string; readonly system: string | null }[] {
    return this.read<{ path: string; system: string | null }>('mappings').map(each => each.data);
  }

  /** What a mapping says about its system. */
  mapping(path: string): Stated<MappingFact> | undefined {
    return this.read<MappingFact>(`mapping:${path}`)[0];
  }

  /** The mapping that governs a document: that of its `system`, else the nearest one up the folder tree. */
  mappingOf(path: string, system: string | undefined): Stated<MappingFact> | undefined {
    if (system !== undefined) {
      const named = this.mappingsOf(system)[0];
      return named === undefined ? undefined : this.mapping(named);
    }
    for (const folder of foldersUp(folderOf(path))) {
      const near = this.read<string>(`mappings-in:${folder}`)[0]?.data;
      if (near !== undefined) return this.mapping(near);
    }
    return undefined;
  }

  /** Paths of the mappings of a system, sorted. */
  mappingsOf(system: string): readonly string[] {
    return this.read<string>(`mappings-of:${system}`).map(each => each.data);
  }

  /** The mapping entries of a control. */
  entries(qualified: string): readonly Stated<EntryFact>[] {
    return this.read<EntryFact>(`entry:${qualified}`);
  }

  /** What mappings of other tools say of a control. */
  support(qualified: string): readonly Stated<SupportFact>[] {
    return this.read<SupportFact>(`support:${qualified}`);
  }

  /** The entries of other controls whose evidence serves this one too, as qualified ids with their places. */
  satisfiedBy(qualified: string): readonly Stated<string>[] {
    return this.read<string>(`satisfied:${qualified}`);
  }

  /** Where a file or one of its sections stands, with the key by which it is found again. */
  place(path: string, fragment: string | undefined): Stated | undefined {
    if (fragment === undefined) return this.read(`document:${path}`)[0];
    return this.section(path, fragment);
  }

  /** The author that a document names in its metadata. */
  author(path: string): string | undefined {
    return this.read<string>(`author:${path}`)[0]?.data;
  }

  /**
   * The cards and assessments that speak of the same system as a document: those that name its system, and those that
   * name none and lie beside it or in the `docs` folder beside or above it. Where several of one kind lie there, or
   * one of the document's own kind, nobody can tell which of them is meant, and none is.
   */
  peers(path: string, system: string | undefined): readonly string[] {
    const folder = folderOf(path);
    const near = [folder, inFolder(folder, 'docs'), ...(nameOf(folder) === 'docs' ? [folderOf(folder)] : [])];
    const named = system ?? this.mappingOf(path, undefined)?.data.system ?? undefined;
    const beside = near
      .flatMap(each => this.read<NeighbourFact>(`cards-in:${each}`))
      .filter(each => each.path !== path);
    const own = this.card(path)?.kind;
    const alone = beside.filter(
      ({ data }) => data.kind !== own && beside.filter(each => each.data.kind === data.kind).length === 1,
    );
    const of = named === undefined ? [] : this.read<NeighbourFact>(`cards-of:${named}`);
    return [...new Set([...alone, ...of].map(each => each.path))].filter(each => each !== path).sort();
  }

  /** What kind of card a document is, and which system it names. */
  card(path: string): CardFact | undefined {
    return this.read<CardFact>(`card:${path}`)[0]?.data;
  }

  /** A value of a document's metadata that others should agree on, or that lists of documents show. */
  stated(
    what:
      | 'license'
      | 'version'
      | 'model_name'
      | 'owner'
      | 'approver'
      | 'pretty_name'
      | 'review_by'
      | 'status',
    path: string,
  ): Stated<string> | undefined {
    return this.read<string>(`${what}:${path}`)[0];
  }

  /** The datasets that a card names. */
  datasets(path: string): readonly Stated<string>[] {
    return this.read<string>(`dataset:${path}`);
  }

  /** The models that a card's model was made from. */
  baseModels(path: string): readonly Stated<string>[] {
    return this.read<string>(`base-model:${path}`);
  }

  /** The values that a document's tables state. */
  metrics(path: string): readonly Stated<MetricFact>[] {
    return this.read<MetricFact>(`metric:${path}`);
  }

  /** The sentences of a document that declare (true) or deny (false) personal data. */
  personalData(path: string): readonly Stated<boolean>[] {
    return this.read<boolean>(`personal-data:${path}`);
  }

  /** The uses that a document lists as intended, or rules out. */
  uses(which: 'intended' | 'excluded', path: string): readonly Stated<string>[] {
    return this.read<string>(`use-${which}:${path}`);
  }

  /** The entries of one mapping. */
  entriesOf(mapping: string): readonly Stated<EntryFact>[] {
    const controls = new Set(this.read<string>(`entries:${mapping}`).map(each => each.data));
    return [...controls].flatMap(control => this.entriesIn(mapping, control));
  }

  /** Everything that the entries of a mapping point at, as written. */
  targets(mapping: string): readonly string[] {
    return this.read<readonly string[]>(`targets:${mapping}`)[0]?.data ?? [];
  }

  /** Where mappings of a system have an entry for a control, by path. */
  entriesOfSystem(system: string, qualified: string): readonly Stated<null>[] {
    return this.read<null>(`entry-of:${system}/${qualified}`);
  }

  /** The entries of a control in one mapping. */
  entriesIn(mapping: string, qualified: string): readonly Stated<EntryFact>[] {
    return this.readBy<EntryFact>(`entry:${qualified}`, mapping);
  }

  /** Whether an entry of a mapping serves a framework through `satisfies`. */
  serves(mapping: string, framework: string): boolean {
    return this.readBy<boolean>(`serves:${framework}`, mapping).length > 0;
  }

  /** What a card or mapping says that impact assessments rest on. */
  basis(path: string): Basis {
    return basisOf(path, key => this.readBy(key, path).map(each => each.data), digestOf);
  }

  /** What an assessment's documents said when it was made, as far as the host knows. */
  assessedBasis(path: string): AssessedBasis | undefined {
    return this.read<AssessedBasis>(`assessed-basis:${path}`)[0]?.data;
  }

  /** When a system was assessed, as its assessment says. */
  assessed(path: string): AssessedAt | undefined {
    return this.read<AssessedAt>(`assessed:${path}`)[0]?.data;
  }

  /** The mapping entries whose evidence points into a document. */
  evidenceFor(path: string): readonly Stated<{ control: string; fragment: string | null }>[] {
    return this.read(`evidence-for:${path}`);
  }

  /** The places where documents claim a control. */
  claims(qualified: string): readonly Stated<string>[] {
    return this.read<string>(`claim:${qualified}`);
  }

  /** The review threads that are open in evidence files, all of the workspace together. */
  get reviews(): readonly Stated<ReviewFact>[] {
    return this.read<ReviewFact>('reviews');
  }

  /** The controls that comments of an evidence file claim, as qualified ids. */
  markers(path: string): readonly Stated<string>[] {
    return this.read<string>(`marker:${path}`);
  }

  /** The sections that authors wrote for a concept of a document kind. */
  conceptSections(kind: string, concept: string): readonly Stated<ConceptFact>[] {
    return this.read<ConceptFact>(`concept:${kind}/${concept}`);
  }
}
