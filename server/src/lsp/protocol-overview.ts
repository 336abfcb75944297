/**
 * What the views of a client ask for: coverage, documents and roadmap. Types only, like protocol.ts. Nothing is worked
 * out before somebody asks, and children only of what was opened.
 */

/** A stretch of a file; lines and characters are 0-based, in UTF-16 code units. */
export interface Place {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** How strong evidence is, weakest first. */
export type EvidenceStrength = 'missing' | 'asserted' | 'documented' | 'reviewed' | 'tested';

/**
 * Method of a notification from server to client, without parameters: an answer to one of the requests below is out
 * of date. It is sent once, and again only after another of them was answered.
 */
export type ChangedMethod = 'clausewright/changed';

/** Method of {@link CoverageParams} → {@link CoverageResult}; client to server. */
export type CoverageMethod = 'clausewright/coverage';

/** Asks how the evidence stands. */
export interface CoverageParams {
  readonly filter?: CoverageFilter;
  /** The framework and system whose groups and controls are wanted; without it, the frameworks alone. */
  readonly of?: { readonly framework: string; readonly system: string | null };
  /** Who the user is in the fields of owners; without it, as git is set up. */
  readonly me?: string;
}

/** Which controls are wanted; what is absent does not restrict. */
export interface CoverageFilter {
  readonly strengths?: readonly EvidenceStrength[];
  /** An empty text stands for controls without an owner. */
  readonly owners?: readonly string[];
  /** Ids of AI systems; an empty text stands for mappings that name none. */
  readonly systems?: readonly string[];
  /** Only controls of the user's that lack the evidence they need, or whose text has changed since it was signed. */
  readonly needsMe?: boolean;
}

/** How the evidence stands. */
export interface CoverageResult {
  readonly frameworks: readonly CoverageFramework[];
  /** Groups of the framework that was asked for. */
  readonly groups?: readonly CoverageGroup[];
  /** Everybody who owns a control, and every system; what a filter can ask for. */
  readonly owners: readonly string[];
  readonly systems: readonly string[];
  /** Applicable controls without the evidence they need, whatever the filter says; and those that the user owns. */
  readonly open: number;
  readonly mine: number;
  /** Who the user was taken for; absent where nobody knows. */
  readonly me?: string;
}

/** One framework of one system. */
export interface CoverageFramework {
  readonly id: string;
  readonly name: string;
  readonly system: string | null;
  readonly applicable: number;
  readonly met: number;
  /** Controls and answered clauses that the filter lets through. */
  readonly shown: number;
}

/** Controls that stand together in their framework. */
export interface CoverageGroup {
  /** Id of the group; absent for controls that stand in none. */
  readonly id?: string;
  readonly title: string;
  readonly applicable: number;
  readonly met: number;
  readonly controls: readonly CoverageControl[];
}

/** One control, or one clause that calls for documented information. */
export interface CoverageControl {
  /** Qualified id. */
  readonly id: string;
  /** As its framework writes it. */
  readonly shortId: string;
  readonly title: string;
  readonly system: string | null;
  readonly applicable: boolean;
  readonly met: boolean;
  readonly strength: EvidenceStrength;
  readonly needed: EvidenceStrength;
  readonly status?: string;
  readonly owner?: string;
  /** Why it is excluded or not in scope. */
  readonly why?: string;
  readonly organizational: boolean;
  /** Qualified ids of other frameworks' controls whose evidence is useful here. */
  readonly supportedThrough: readonly string[];
  readonly evidence: readonly CoverageEvidence[];
  /** Where its entry stands; for a control without one, where its mapping lists controls. */
  readonly place?: Place;
  readonly hasEntry: boolean;
  /** How many sections of the workspace could be linked as evidence. */
  readonly candidates: number;
  /** URI of the page that explains it. */
  readonly page: string;
}

/** One piece of evidence. */
export interface CoverageEvidence {
  /** As written. */
  readonly target: string;
  readonly strength: EvidenceStrength;
  readonly suspect: boolean;
  /** Why it is not stronger. */
  readonly reason?: string;
  /** Where it leads; absent where nothing is there. */
  readonly place?: Place;
  /** A web address. */
  readonly url?: string;
  /** The text that can be signed off; absent where none can. */
  readonly signable?: { readonly path: string; readonly fragment?: string };
}

/** Method of {@link DocumentsParams} → {@link DocumentsResult}; client to server. */
export type DocumentsMethod = 'clausewright/documents';

/** Asks for the documents of a kind; without a kind, for the kinds. */
export interface DocumentsParams {
  /** A kind, or `overdue` for what of any kind is overdue. */
  readonly kind?: string;
  /** How many documents to leave out at the start, and how many are wanted at most. */
  readonly from?: number;
  readonly limit?: number;
}

/** The kinds, and the documents of the one that was asked for. */
export interface DocumentsResult {
  readonly kinds: readonly { readonly kind: string; readonly count: number; readonly overdue: number }[];
  readonly overdue: number;
  readonly documents: readonly ListedDocument[];
}

/** A document with what a list shows of it. */
export interface ListedDocument {
  readonly uri: string;
  readonly path: string;
  readonly kind: string;
  readonly system?: string;
  readonly owner?: string;
  readonly status?: string;
  /** The first day on which something about it is due. */
  readonly due?: {
    readonly on: string;
    readonly days: number;
    readonly what: 'review' | 'sign-off' | 'evidence';
  };
}

/** Method of {@link RoadmapResult}, without parameters; client to server. */
export type RoadmapMethod = 'clausewright/roadmap';

/** The roadmaps, one for each framework with phases and each system. */
export interface RoadmapResult {
  readonly roadmaps: readonly RoadmapOfSystem[];
}

/** What is open on the way to a certification audit. */
export interface RoadmapOfSystem {
  readonly framework: string;
  readonly name: string;
  readonly system: string | null;
  readonly items: number;
  readonly open: number;
  readonly phases: readonly RoadmapPhaseOfSystem[];
}

/** A phase with its steps. */
export interface RoadmapPhaseOfSystem {
  readonly id: string;
  readonly title: string;
  readonly aim: string;
  readonly months: { readonly from: number; readonly to: number };
  readonly items: number;
  readonly open: number;
  readonly steps: readonly {
    readonly title: string;
    readonly note?: string;
    readonly items: number;
    readonly gaps: readonly RoadmapGapOfSystem[];
  }[];
}

/** One open item of a step. */
export interface RoadmapGapOfSystem {
  readonly control: CoverageControl;
  /** The next thing to do, in words. */
  readonly todo: string;
}

/** Method of {@link CoveragePageParams} → {@link CoveragePageResult}; client to server. */
export type CoveragePageMethod = 'clausewright/coveragePage';

/** Asks for the coverage as HTML. */
export interface CoveragePageParams {
  /** `body`: what stands in the body of a page of the client's own; `file`: a page that needs nothing else. */
  readonly form: 'body' | 'file';
}

/** Coverage as HTML. */
export interface CoveragePageResult {
  readonly html: string;
  /** Style and script of the body; absent for a file, which holds its own. */
  readonly style?: string;
  readonly script?: string;
}
