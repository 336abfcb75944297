/** What views and lenses let a user do. Types only, like protocol.ts. Edits come back to be applied by the client. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Place } from './protocol-overview.ts';

/** What a lens is about. */
export type LensSubject =
  | { readonly kind: 'evidence'; readonly control: string }
  | { readonly kind: 'supports'; readonly controls: readonly string[] }
  | { readonly kind: 'coverage'; readonly framework: string };

/** Method of {@link PlacesParams} → {@link PlacesResult}; client to server. */
export type PlacesMethod = 'clausewright/places';

/** Asks where something leads: a lens of a document, a control of a system, or a link to a file. */
export type PlacesParams =
  | { readonly uri: string; readonly about: LensSubject }
  | { readonly control: string; readonly system: string | null }
  | { readonly path: string; readonly fragment?: string };

/** Places in the order of the text that names them. */
export interface PlacesResult {
  readonly places: readonly Place[];
}

/** Method of {@link ProposalsParams} → {@link ProposalsResult}; client to server. */
export type ProposalsMethod = 'clausewright/proposals';

/** Asks which sections could be linked as evidence. */
export interface ProposalsParams {
  /** A control mapping. */
  readonly mapping?: string;
  /** Only for this control, by its qualified id, of this system. */
  readonly control?: { readonly id: string; readonly system: string | null };
}

/** The mappings of the workspace, and what could be linked in the one that was asked for. */
export interface ProposalsResult {
  readonly mappings: readonly {
    readonly uri: string;
    readonly path: string;
    readonly system: string | null;
  }[];
  /** The mapping that the proposals are for. */
  readonly mapping?: string;
  readonly proposals: readonly Proposal[];
}

/** A section that could be linked as evidence of a control. */
export interface Proposal {
  /** Qualified id. */
  readonly control: string;
  readonly shortId: string;
  readonly title: string;
  /** Whether the mapping has no entry for the control yet. */
  readonly isNew: boolean;
  /** Path of the document, its section's fragment and heading. */
  readonly path: string;
  readonly fragment: string;
  readonly heading: string;
  /** The first words of the section. */
  readonly excerpt: string;
}

/** Method of {@link LinkParams} → {@link EditResult}; client to server. */
export type LinkMethod = 'clausewright/link';

/** Asks for the edit that links sections as evidence. */
export interface LinkParams {
  readonly mapping: string;
  readonly links: readonly { readonly control: string; readonly path: string; readonly fragment?: string }[];
}

/** Method of {@link ScaffoldParams} → {@link EditResult}; client to server. */
export type ScaffoldMethod = 'clausewright/scaffold';

/** Asks for the edit that starts the evidence of a control: its entry, a document, and the link between them. */
export interface ScaffoldParams {
  readonly control: string;
  readonly system: string | null;
}

/** An edit to apply as one step. The request fails, with the reason as its message, where there is none. */
export interface EditResult {
  readonly edit: WorkspaceEdit;
  /** URI of the document to show afterwards. */
  readonly show?: string;
  /** How many places the edit changes. */
  readonly count: number;
}

/** Method of {@link SignableParams} → {@link SignableResult}; client to server. */
export type SignableMethod = 'clausewright/signable';

/** Asks what can be signed off: at a position, or under a name. */
export type SignableParams =
  | { readonly uri: string; readonly position: { readonly line: number; readonly character: number } }
  | { readonly path: string; readonly fragment?: string };

/** What can be signed off and by whom. */
export interface SignableResult {
  /** Absent where nothing at the position can be signed off. */
  readonly text?: { readonly path: string; readonly fragment?: string };
  /** People who may: the user as git knows them, then those of the configuration. */
  readonly people: readonly string[];
}

/** Method of {@link SignParams} → {@link EditResult}; client to server. */
export type SignMethod = 'clausewright/sign';

/** Asks for the edit that signs a text off as of today. */
export interface SignParams {
  readonly path: string;
  readonly fragment?: string;
  readonly by: string;
}
