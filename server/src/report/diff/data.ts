import type { Strength } from '../../catalog/types.ts';
import type { DocumentKind } from '../../model/kinds.ts';
import type { FrameworkCoverage } from '../../workspace/evidence/coverage-totals.ts';
import type { ReportedFinding } from '../reported.ts';

/** What a change does to the evidence, format version 1; `diff --format json` prints it as it is. */
export interface DiffData {
  readonly version: 1;
  readonly before: RevisionData;
  readonly after: RevisionData;
  /** The controls whose standing has changed, the weakened ones first. */
  readonly controls: readonly ControlChange[];
  readonly findings: {
    readonly new: readonly ReportedFinding[];
    readonly resolved: readonly ReportedFinding[];
    /** How many findings both have. */
    readonly kept: number;
  };
  /** Each framework of each system, changed or not. */
  readonly frameworks: readonly FrameworkChange[];
  readonly documents: DocumentChanges;
}

/** One side of a comparison. */
export interface RevisionData {
  /** As the user wrote it; null for the work tree. */
  readonly revision: string | null;
  /** Full id of the commit; null for the work tree. */
  readonly commit: string | null;
}

/** What has become of a control. */
export type Direction = 'weaker' | 'excluded' | 'stronger' | 'included';

/** How a control stands on one side. */
export interface ControlState {
  readonly applicable: boolean;
  readonly strength: Strength;
  readonly needed: Strength;
  readonly met: boolean;
}

/** A control whose standing has changed. */
export interface ControlChange {
  /** Qualified id. */
  readonly id: string;
  readonly title: string;
  readonly system: string | null;
  readonly direction: Direction;
  /** Null where no mapping spoke of the control's framework. */
  readonly before: ControlState | null;
  readonly after: ControlState | null;
  /** Why, one sentence for each piece of evidence that makes the difference, without the full stop. */
  readonly reasons: readonly string[];
}

/** The numbers of one framework of one system; null on the side that does not have it. */
export interface FrameworkChange {
  readonly id: string;
  readonly name: string;
  readonly system: string | null;
  readonly before: FrameworkState | null;
  readonly after: FrameworkState | null;
}

/** The numbers of a framework on one side. */
export type FrameworkState = Pick<FrameworkCoverage, 'total' | 'applicable' | 'met' | 'strengths'>;

/** Documents that came, went or got another path. */
export interface DocumentChanges {
  readonly added: readonly DocumentName[];
  readonly removed: readonly DocumentName[];
  readonly renamed: readonly { readonly from: string; readonly to: string; readonly kind: DocumentKind }[];
}

/** A document by its path. */
export interface DocumentName {
  readonly path: string;
  readonly kind: DocumentKind;
}
