import type { MarkupContent } from 'vscode-languageserver';

type Documentation = () => MarkupContent | undefined;

/** The last list of suggestions, so that the documentation of one is worked out only when it is looked at. */
export class Suggested {
  private list = 0;
  private items: readonly Documentation[] = [];

  /** Takes a new list in place of the last; gives its number. */
  remember(items: readonly Documentation[]): number {
    this.list += 1;
    this.items = items;
    return this.list;
  }

  /** The documentation of an item; undefined for one of an earlier list. */
  recall(list: number, index: number): MarkupContent | undefined {
    return list === this.list ? this.items[index]?.() : undefined;
  }
}
