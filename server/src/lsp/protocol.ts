/**
 * What client and server say to each other beyond the language server protocol. Types only, so that the client can
 * import this file and nothing else of the server. URIs are strings as the client writes them.
 */

import type { LensSubject } from './protocol-actions.ts';

export type * from './protocol-actions.ts';
export type * from './protocol-assistant.ts';
export type * from './protocol-overview.ts';
export type * from './protocol-review.ts';

/** Settings below `clausewright.` that the server reads. */
export interface ServerSettings {
  /** How much the server writes into the client's log. */
  readonly trace?: { readonly server?: 'off' | 'messages' | 'verbose' };
  /** Who signs off and comments; without it, as git is set up. */
  readonly reviewer?: string;
}

/** `initializationOptions` of the initialize request; every key may be absent. */
export interface InitializationOptions {
  readonly settings?: ServerSettings;
  /**
   * Who reads files: the server's own host (the default where it has one), or the client through `clausewright/fs/*`.
   * A client that says `client` answers those requests.
   */
  readonly files?: 'server' | 'client';
  /** Whether the client has VS Code's command `editor.action.triggerSuggest`, which some suggestions then name. */
  readonly suggestsAgain?: boolean;
  /**
   * Whether the client has the commands `clausewright.showPlaces` (URI, position, {@link LensSubject}) and
   * `clausewright.showCoverage` (framework), which lenses then run. Elsewhere a lens is text.
   */
  readonly showsPlaces?: boolean;
  /**
   * Whether the client has the commands `clausewright.signOff` and `clausewright.sendBack`, each with URI and position,
   * which code actions then run.
   */
  readonly reviews?: boolean;
  /** False for folders that the user does not trust: the server then runs no git. Anything else counts as trusted. */
  readonly trusted?: boolean;
  /** Today as YYYY-MM-DD, for tests; else the machine's date. */
  readonly today?: string;
}

/** Method of {@link ListParams} → {@link ListResult}; server to client. */
export type ListMethod = 'clausewright/fs/list';

/** Asks for all files below a folder. */
export interface ListParams {
  /** URI of a workspace folder, or of a folder inside one. */
  readonly folder: string;
  /** Names of folders that are not entered, at any depth below `folder`. */
  readonly skip: readonly string[];
  /** How many files are wanted at most. */
  readonly limit: number;
}

/** The files below a folder. */
export interface ListResult {
  /** Paths below the folder with `/` between their parts, not encoded. */
  readonly files: readonly string[];
}

/** Method of {@link ReadParams} → {@link ReadResult}; server to client. */
export type ReadMethod = 'clausewright/fs/read';

/** Asks for the content of several files. */
export interface ReadParams {
  readonly uris: readonly string[];
  /** Files with more bytes are not read. */
  readonly limit: number;
}

/** What one file holds. */
export type FileContent =
  /** The bytes read as UTF-8 with the BOM kept (`new TextDecoder('utf-8', { ignoreBOM: true })`). */
  | { readonly kind: 'text'; readonly text: string }
  /** No longer there, a folder, or not permitted. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-large' };

/** Contents in the order of the URIs. */
export interface ReadResult {
  readonly files: readonly FileContent[];
}

/** Method of {@link StatParams} → {@link StatResult}; server to client. */
export type StatMethod = 'clausewright/fs/stat';

/** Asks what stands at several URIs. */
export interface StatParams {
  readonly uris: readonly string[];
}

/** Kinds in the order of the URIs. */
export interface StatResult {
  readonly kinds: readonly ('file' | 'folder' | 'missing')[];
}

/** Method of {@link StatusParams}; a notification from server to client. */
export type StatusMethod = 'clausewright/status';

/** What the server is about; sent when loading begins and ends and when the set of documents has changed. */
export interface StatusParams {
  readonly state: 'loading' | 'ready';
  /** Documents by kind (`model-card`, `control-mapping`, …); kinds without documents are absent. */
  readonly documents: Readonly<Record<string, number>>;
  /** Files below the workspace folders. */
  readonly files: number;
  /** Whether the folders hold more files than the server looks at. */
  readonly truncated: boolean;
}

/**
 * Scheme of the pages that explain a control or a clause; their text comes through the protocol's own
 * `workspace/textDocumentContent`, as Markdown. The path is `/<framework>/<id>.md`, percent-encoded where a URI asks
 * for it: `clausewright-catalog:/iso-42001/A.6.2.4.md`.
 */
export type CatalogScheme = 'clausewright-catalog';

/** Method of {@link DocumentParams} → {@link DocumentResult}; client to server. */
export type DocumentMethod = 'clausewright/document';

/** Asks what a document is to the server. */
export interface DocumentParams {
  readonly uri: string;
}

/** What a document is; `kind` is absent for a file of no kind. */
export interface DocumentResult {
  /** `model-card`, `control-mapping`, … */
  readonly kind?: string;
  /** How many findings are not shown since a baseline knows them; absent where no baseline is named. */
  readonly known?: number;
}

/** Method of {@link ControlsResult}, without parameters; client to server. */
export type ControlsMethod = 'clausewright/controls';

/** All items that can be explained, in the order of their catalogs; frameworks in scope of the workspace come first. */
export interface ControlsResult {
  readonly controls: readonly ControlEntry[];
}

/** One item of a catalog. */
export interface ControlEntry {
  /** Id as its framework writes it: `A.6.2.4`. */
  readonly id: string;
  readonly title: string;
  /** Name of the framework as people write it: `ISO/IEC 42001:2023`. */
  readonly framework: string;
  /** URI of its page; see {@link CatalogScheme}. */
  readonly uri: string;
}

/** Method of {@link NewParams} → {@link NewResult}; client to server. */
export type NewMethod = 'clausewright/new';

/** Asks for the text of a new document, which the client then creates as an edit that can be undone. */
export interface NewParams {
  /** `model-card`, `dataset-card`, `control-mapping`, … */
  readonly kind: string;
  /** URI of the folder of what is documented; absent for the first workspace folder. */
  readonly folder?: string;
  /** Id of the AI system that it is written for. */
  readonly system?: string;
  readonly format?: 'markdown' | 'yaml';
  /** What the user has answered, by the names of the kind's questions. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** A document that is to be created. The request fails, with the reason as its message, where none can be. */
export interface NewResult {
  readonly uri: string;
  /** Workspace path, as a person reads it. */
  readonly path: string;
  readonly text: string;
  /** What the user should know or do next. */
  readonly notes: readonly string[];
}

/** Method of {@link SystemsResult}, without parameters; client to server. */
export type SystemsMethod = 'clausewright/systems';

/** The AI systems that control mappings and documents of the workspace name. */
export interface SystemsResult {
  readonly systems: readonly SystemEntry[];
}

/** One AI system. */
export interface SystemEntry {
  readonly id: string;
  readonly name?: string;
  /** URI of its control mapping; absent for a system that only documents name. */
  readonly mapping?: string;
}
