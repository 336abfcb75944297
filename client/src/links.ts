import { type Hover, MarkdownString, Uri, workspace } from 'vscode';

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

/**
 * A page as the Markdown preview can follow its links: pages relative to one another, files from the first workspace
 * folder, which is what the preview takes a leading slash for. Links that it cannot follow become plain text.
 */
export function forPreview(page: string): string {
  const folder = workspace.workspaceFolders?.[0]?.uri.toString();
  return page.replace(
    /(?<!\\)\[((?:\\.|[^[\]\\])*)\]\(([^()\s]+)\)/g,
    (link, label: string, target: string) => {
      if (target.startsWith(`${CATALOG}:/`)) return `[${label}](..${target.slice(CATALOG.length + 1)})`;
      if (!/^(?:file|vscode-[a-z-]+):/.test(target)) return link;
      const uri = Uri.parse(target).toString();
      return folder !== undefined && uri.startsWith(`${folder}/`)
        ? `[${label}](${uri.slice(folder.length)})`
        : label;
    },
  );
}
