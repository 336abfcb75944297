import type { Span } from '../../text/span.ts';

/** What a token is, in the order of the protocol's legend. package.json repeats both lists. */
export const TYPES = ['control', 'evidence'] as const;

/**
 * What is special about it: an id that names nothing, a control that the system excludes, evidence whose text is no
 * longer the one that was signed, evidence that is weaker than its control needs.
 */
export const MODIFIERS = ['unknown', 'excluded', 'suspect', 'weak'] as const;

/** The id of a control, or what an entry points at. */
export interface SemanticToken {
  readonly span: Span;
  readonly type: (typeof TYPES)[number];
  readonly modifiers: readonly (typeof MODIFIERS)[number][];
}
