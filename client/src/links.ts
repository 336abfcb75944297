import { type Hover, MarkdownString } from 'vscode';

/** Scheme of the server's pages on controls; see the protocol file. */
export const CATALOG = 'clausewright-catalog';

/** The command behind links to pages, and the only one that our Markdown may run. */
export const PAGE_COMMAND = 'clausewright.explainControl';

const LINK = new RegExp(`\\]\\((${CATALOG}:[^()\\s]+)\\)`, 'g');

/**
 * Turns links to pages into command links: VS Code takes links of schemes that it does not know out of hovers. Text of
 * users arrives escaped from the server and so cannot become such a link.
 */
export function withPageLinks(text: MarkdownString): MarkdownString {
  const linked = new MarkdownString(
    text.value.replace(
      LINK,
      (_, uri: string) => `](command:${PAGE_COMMAND}?${encodeURIComponent(JSON.stringify([uri]))})`,
    ),
    text.supportThemeIcons,
  );
  linked.isTrusted = { enabledCommands: [PAGE_COMMAND] };
  if (text.baseUri !== undefined) linked.baseUri = text.baseUri;
  return linked;
}

/** A hover with its links turned; see {@link withPageLinks}. */
export function hoverWithPageLinks(hover: Hover): Hover {
  hover.contents = hover.contents.map(part => (part instanceof MarkdownString ? withPageLinks(part) : part));
  return hover;
}
