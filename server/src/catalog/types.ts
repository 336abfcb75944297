import type { CardMetadataData } from './card-key.ts';
import type { FormData, FormHead } from './forms/form.ts';

/** How strong a piece of evidence is, weakest first. Docs: docs/evidence.md. */
export const STRENGTHS = ['missing', 'asserted', 'documented', 'reviewed', 'tested'] as const;

/** How strong a piece of evidence is. */
export type Strength = (typeof STRENGTHS)[number];

/** Negative, zero or positive as `a` is weaker than, equal to or stronger than `b`. */
export function compareStrength(a: Strength, b: Strength): number {
  return STRENGTHS.indexOf(a) - STRENGTHS.indexOf(b);
}

/** A document that can be started for an item when no evidence exists. */
export interface ItemTemplate {
  readonly file: string;
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly guidance: string }[];
}

/** When an item is in scope; an absent key does not restrict. */
export interface ItemScope {
  readonly roles?: readonly string[];
  readonly riskClasses?: readonly string[];
  readonly modelTypes?: readonly string[];
  readonly stages?: readonly string[];
  readonly sectors?: readonly string[];
  readonly why: string;
}

/** From when a duty applies. */
export interface ItemDate {
  readonly from: string;
  readonly roles?: readonly string[];
  readonly riskClasses?: readonly string[];
  readonly note?: string;
  readonly source: string;
  readonly was?: string;
}

/** One addressable item of a framework: a clause, a control, an article, … as catalogs/schema describes it. */
export interface Item {
  readonly id: string;
  readonly kind: string;
  readonly parent?: string;
  readonly title: string;
  readonly summary: string;
  readonly purpose?: string;
  readonly asks?: readonly string[];
  readonly evidence?: readonly string[];
  /** Sections that can hold its evidence, as `kind/concept`, beyond those whose vocabulary names the item. */
  readonly sections?: readonly string[];
  readonly related?: readonly string[];
  /** Days within which something is due, by case; `any` stands for every other case. */
  readonly periods?: readonly { readonly case: string; readonly days: number }[];
  readonly level?: 'system' | 'organization';
  readonly template?: ItemTemplate;
  readonly spellings?: readonly string[];
  readonly needed?: Strength;
  readonly scope?: ItemScope;
  readonly applies?: readonly ItemDate[];
  readonly supersededBy?: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  /** Text under a licence of the user's, from an overlay on this machine: hovers may show it, reports never do. */
  readonly licensed?: LicensedText;
}

/** What a private overlay adds to an item. */
export interface LicensedText {
  readonly text?: string;
  readonly summary?: string;
  readonly purpose?: string;
  readonly asks?: readonly string[];
  readonly evidence?: readonly string[];
}

/** Where a catalog's facts come from and what their licence asks for. */
export interface Provenance {
  readonly sources: readonly string[];
  readonly retrieved: string;
  readonly licence: string;
  readonly attribution?: string;
}

/** What is known of a framework before its catalog is loaded. */
export interface FrameworkHead {
  readonly id: string;
  readonly edition: string;
  readonly name: string;
  readonly title: string;
  /** How prose names the framework, without the edition. */
  readonly names: readonly string[];
  /** The kinds of item that a mapping answers and coverage counts. */
  readonly assessable: readonly string[];
  readonly needed: Strength;
  /** Whether an item may be excluded with a justification. */
  readonly exclusions?: boolean;
  readonly otherEditions?: readonly {
    readonly edition: string;
    readonly status: string;
    readonly note: string;
  }[];
  readonly disclaimer?: string;
  /** For a catalog that is a selection: what else the framework has, as a pattern of id keys. */
  readonly unlisted?: { readonly ids: string; readonly note: string };
  /** Path of the workspace file that holds the catalog; absent for the catalogs that come with the product. */
  readonly own?: string;
  /** Names by which mapping files of other tools refer to the catalog: a uuid, a urn. */
  readonly also?: readonly string[];
}

/** A framework's catalog, as its file holds it. */
export interface CatalogData extends FrameworkHead {
  readonly publisher: string;
  readonly provenance: Provenance;
  /** The phases of a project that ends with a certification, in order. */
  readonly roadmap?: readonly RoadmapPhase[];
  readonly items: readonly Item[];
}

/** A phase of a certification project. */
export interface RoadmapPhase {
  readonly id: string;
  readonly title: string;
  /** First and last month of the project in which it usually lies. */
  readonly months: readonly number[];
  readonly aim: string;
  readonly steps: readonly {
    readonly title: string;
    readonly note?: string;
    /** Ids of the items that the step closes. */
    readonly items: readonly string[];
  }[];
}

/** A concept of a document kind: a section as authors head it, and the controls it can evidence. */
export interface Concept {
  readonly id: string;
  readonly title: string;
  readonly parent?: string;
  readonly summary: string;
  readonly guidance: readonly string[];
  readonly expected: 'always' | 'recommended' | 'optional';
  /** Qualified ids. */
  readonly controls: readonly string[];
  readonly satisfiedBy?: readonly string[];
  /** The concepts that a section of this one joins; a fresh document has a section for each of them instead. */
  readonly combines?: readonly string[];
  readonly frontMatter?: readonly string[];
  /** Where the system's role or risk class changes what is expected; the first case that fits wins. */
  readonly expectedFor?: readonly ExpectedFor[];
  /** Words with which its headings begin, whatever follows them. */
  readonly begins?: readonly string[];
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
}

/** What is expected of a concept for systems of some roles and risk classes. */
export interface ExpectedFor {
  readonly roles?: readonly string[];
  readonly riskClasses?: readonly string[];
  readonly expected: Concept['expected'];
  /** Half a sentence: what follows from the role or risk class. */
  readonly why: string;
}

/** A question that decides whether a full document is needed. */
export interface ScreeningQuestion {
  readonly question: string;
  /** What a yes rests on, as a reader is told it. */
  readonly why: string;
  /** The same as qualified ids. */
  readonly clauses: readonly string[];
  /** Where the workspace answers it already. */
  readonly known?: {
    readonly from: 'riskClass' | 'sector' | 'modelType' | 'role' | 'stage' | 'personal-data';
    readonly words: string;
    readonly yes?: readonly string[];
    /** Any other value leaves the question open. */
    readonly no?: readonly string[];
    /** Parts of a value that mean yes, lower case. */
    readonly contains?: readonly string[];
  };
}

/** The concepts of one document kind in their conventional order. */
export interface VocabularyData {
  readonly kind: string;
  readonly title: string;
  /** The questions that decide whether a full document is needed; one yes is enough. */
  readonly screening?: readonly ScreeningQuestion[];
  readonly concepts: readonly Concept[];
}

/** How far a crosswalk pair can be leaned on. */
export type Basis = 'published' | 'derived' | 'editorial';

/** Pairs between two frameworks: evidence for one is useful for the other, and never more than that. */
export interface CrosswalkData {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly basis: Basis;
  readonly publisher?: string;
  readonly caveat?: string;
  readonly pairs: readonly {
    readonly from: string;
    readonly to: string;
    readonly basis?: Basis;
    readonly strength?: string;
    readonly caveat?: string;
  }[];
}

/** Where catalogs come from. Nothing is read before it is asked for. */
export interface CatalogSource {
  /** All frameworks that can be loaded. */
  readonly heads: readonly FrameworkHead[];
  catalog(framework: string): CatalogData | undefined;
  vocabulary(kind: string): VocabularyData | undefined;
  /** The crosswalks with this framework at either end. */
  crosswalks(framework: string): readonly CrosswalkData[];
  /** Keys and values of the front matter of cards. */
  cardMetadata(): CardMetadataData;
  /** All forms that can be loaded. */
  readonly forms: readonly FormHead[];
  form(id: string): FormData | undefined;
}
