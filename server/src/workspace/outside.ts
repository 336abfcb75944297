/**
 * For each document a token that stands for everything outside of it that it was checked against. As long as the token
 * is the same, what was found out about a part of the document from that part and the outside alone still holds.
 */
export class Outside {
  private readonly tokens = new Map<string, object>();

  /** The token of a document. */
  of(path: string): object {
    let token = this.tokens.get(path);
    if (token === undefined) {
      token = {};
      this.tokens.set(path, token);
    }
    return token;
  }

  /** Something that a document was checked against has changed. */
  changed(path: string): void {
    this.tokens.delete(path);
  }

  /** Something that all documents are checked against has changed. */
  changedAll(): void {
    this.tokens.clear();
  }
}
