import type { Uri, Webview } from 'vscode';
import type { CoveragePageResult } from '../../../server/src/lsp/protocol.ts';

/**
 * What the editor's theme decides. Strengths keep the report's colours for light and dark, whose contrast is known;
 * the script says which of the two counts.
 */
const STYLE = `
html:root:root{--back:var(--vscode-editor-background);--raised:var(--vscode-sideBar-background,var(--vscode-editor-background));
--text:var(--vscode-foreground);--soft:var(--vscode-descriptionForeground);--line:var(--vscode-panel-border,var(--vscode-contrastBorder));
--link:var(--vscode-textLink-foreground);--focus:var(--vscode-focusBorder)}
body{font-family:var(--vscode-font-family);font-size:var(--vscode-font-size);max-width:none;padding:1rem 1.5rem}
h1{font-size:1.5em}
.tools{display:none!important}
button,select,input{background:var(--vscode-input-background);color:var(--vscode-input-foreground);border-color:var(--vscode-input-border,var(--vscode-contrastBorder,var(--line)))}
button{background:var(--vscode-button-secondaryBackground);color:var(--vscode-button-secondaryForeground)}
::placeholder{color:var(--vscode-input-placeholderForeground)}
select{background:var(--vscode-dropdown-background);color:var(--vscode-dropdown-foreground)}
button.plain{background:none;border:0;padding:0;min-height:0;color:var(--link);text-align:left;font-weight:inherit;font-size:inherit}
button.plain:hover{text-decoration:underline}
tr[data-row]:hover>*{background:var(--vscode-list-hoverBackground)}
body.vscode-high-contrast .fill,body.vscode-high-contrast-light .fill{stroke:var(--vscode-contrastBorder);stroke-width:1}
body.vscode-high-contrast button:not(.plain),body.vscode-high-contrast-light button:not(.plain){border:1px solid var(--vscode-contrastBorder)}
body.vscode-high-contrast button.plain,body.vscode-high-contrast-light button.plain{text-decoration:underline}
`;

/** What a page needs of the panel it is for. */
export interface PageFor {
  readonly webview: Webview;
  /** The panel's own script. */
  readonly script: Uri;
  /** A word that nobody can guess; only what carries it runs. */
  readonly nonce: string;
  /** Language of the page's text. */
  readonly title: string;
}

/** The page of a panel: nothing is loaded but what carries the nonce, and nothing leaves the page. */
export function panelPage(
  { html, style = '', script: shared = '' }: CoveragePageResult,
  { webview, script, nonce, title }: PageFor,
): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${style}${STYLE}</style>
</head>
<body>
${html}
<script nonce="${nonce}">${shared}</script>
<script nonce="${nonce}" src="${webview.asWebviewUri(script).toString()}"></script>
</body>
</html>`;
}

/** A nonce of 128 random bits. */
export function freshNonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
