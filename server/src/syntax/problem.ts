import type { Local } from '../text/span.ts';

/** A fault in a document's syntax; its place is local to the unit that holds it. */
export interface Problem extends Local {
  /** What kind of fault, stable across versions. */
  readonly code:
    | 'yaml-syntax'
    | 'yaml-duplicate-key'
    | 'yaml-indentation'
    | 'yaml-tab'
    | 'yaml-unclosed'
    | 'yaml-alias'
    | 'yaml-multiple-documents'
    | 'yaml-too-deep';
  /** What is wrong, in the user's words, without a full stop. */
  readonly message: string;
}
