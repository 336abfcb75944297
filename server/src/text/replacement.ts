import type { Span } from './span.ts';

/** How a text came out of the one before: by one stretch that was replaced. */
export interface Replacement {
  /** The stretch of the earlier text. */
  readonly replaced: Span;
  /** Length of what replaced it. */
  readonly inserted: number;
}
