import type { Span } from '../../text/span.ts';
import type { Basis, CatalogData, LicensedText } from '../types.ts';

/** The formats in which a workspace can bring a catalog, a crosswalk or an overlay of its own. */
export const OWN_FORMATS = [
  'catalog',
  'crosswalk',
  'overlay',
  'oscal-catalog',
  'oscal-mapping',
  'ciso-assistant',
  'opencontrol-standard',
] as const;

/** A format of an own file. */
export type OwnFormat = (typeof OWN_FORMATS)[number];

/** Something that keeps a part of an own file from being used. Offsets are those of the file. */
export interface OwnProblem {
  /** Decides under which rule it is reported. */
  readonly kind: 'invalid' | 'unknown' | 'duplicate';
  readonly span: Span;
  readonly what: string;
  readonly next: string;
}

/** A value with its place in the file. */
export interface At<T> {
  readonly value: T;
  readonly span: Span;
}

/** A catalog of the workspace. */
export interface OwnCatalog {
  readonly data: CatalogData;
  /** Where its id or title stands. */
  readonly span: Span;
}

/** A framework as a crosswalk names it: an id, a name, a urn, a path; the most telling first. */
export interface FrameworkName {
  readonly names: readonly string[];
  readonly span: Span;
}

/** A pair as it is written; the ids are still to be looked up. */
export interface OwnPair {
  readonly from: At<string>;
  readonly to: At<string>;
  readonly basis?: Basis;
  readonly strength?: string;
  readonly caveat?: string;
}

/** A crosswalk of the workspace. */
export interface OwnCrosswalk {
  readonly id: string;
  readonly from: FrameworkName;
  readonly to: FrameworkName;
  readonly basis: Basis;
  readonly publisher: string | undefined;
  readonly caveat: string | undefined;
  readonly pairs: readonly OwnPair[];
}

/** Licensed text for items of a catalog. */
export interface OwnOverlay {
  readonly framework: At<string>;
  readonly items: readonly { readonly id: At<string>; readonly text: LicensedText }[];
}

/** Everything that one file brings. */
export interface OwnFile {
  readonly format: OwnFormat | undefined;
  readonly catalogs: readonly OwnCatalog[];
  readonly crosswalks: readonly OwnCrosswalk[];
  readonly overlays: readonly OwnOverlay[];
  readonly problems: readonly OwnProblem[];
}

/** A file that `catalogs:` of a configuration names, as it was read. */
export interface OwnSource {
  readonly path: string;
  readonly file: OwnFile;
}
