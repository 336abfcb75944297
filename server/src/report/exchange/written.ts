/** A card in another format, and what that format could not hold, one sentence each. */
export interface WrittenCard {
  readonly text: string;
  readonly lost: readonly string[];
}
