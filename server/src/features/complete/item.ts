import type { Span } from '../../text/span.ts';

/** A suggestion. Offsets are UTF-16 code units of the file as it stands. */
export interface Completion {
  readonly label: string;
  readonly kind:
    | 'control'
    | 'framework'
    | 'key'
    | 'value'
    | 'file'
    | 'folder'
    | 'heading'
    | 'section'
    | 'rule'
    | 'keyword';
  /** One line of plain text beside the label. */
  readonly detail: string;
  /** Markdown with link tokens (see markdown.ts), worked out when it is asked for. */
  readonly documentation?: () => string;
  /** What replaces `span`. Lines break with LF; those behind the first are indented against the line of the cursor. */
  readonly insert: string;
  /** Whether `insert` has places to fill, in the snippet syntax of the language server protocol. */
  readonly snippet: boolean;
  /** What is replaced; it holds the cursor and stays on its line. */
  readonly span: Span;
  /** What typed text is matched against. */
  readonly filterText: string;
  readonly sortText: string;
  /** Already there, or not advised: shown faded and last. */
  readonly used?: boolean;
  /** Whether suggestions should be asked for again once it is inserted. */
  readonly again?: boolean;
}

/** Text as a snippet that inserts exactly this text. */
export function snippetText(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}

/** A number that sorts as text. */
export function rank(order: number): string {
  return String(Math.max(0, order)).padStart(5, '0');
}
