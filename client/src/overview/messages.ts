/** What the panel's page says to the extension. */
export type FromPage =
  /** A control was clicked, by its qualified id and its system; an empty system is none. */
  | { readonly kind: 'control'; readonly id: string; readonly system: string }
  /** A piece of evidence was clicked, by its workspace path. */
  | { readonly kind: 'file'; readonly path: string; readonly fragment?: string };

/** What the extension says to the page. */
export interface ToPage {
  readonly kind: 'filter';
  /** Name of the framework to show. */
  readonly framework: string;
}

/** Whether a message has the form of what the page says. */
export function isFromPage(message: unknown): message is FromPage {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  if (message.kind === 'control')
    return (
      'id' in message &&
      typeof message.id === 'string' &&
      'system' in message &&
      typeof message.system === 'string'
    );
  return message.kind === 'file' && 'path' in message && typeof message.path === 'string';
}
