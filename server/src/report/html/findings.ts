import type { ReportedFinding } from '../reported.ts';
import { html, type Markup } from './markup.ts';

/** More findings than this are for the JSON. */
const MOST = 5000;

const MARKS = { error: '✗', warning: '!', information: 'i', hint: '·' } as const;

/** The findings of a check as a table, the first of them where there are many. */
export function findingsSection(findings: readonly ReportedFinding[]): Markup {
  const shown = findings.slice(0, MOST);
  const more = findings.length - shown.length;
  return html`<section aria-labelledby="findings"><h2 id="findings">Findings</h2>
<p>${findings.length} findings${more === 0 ? '' : `; the last ${more} are left out here`}</p>
<div class="wide" role="region" tabindex="0" aria-label="Findings"><table class="findings"><caption>What was found, by file and place</caption>
<thead><tr><th scope="col">Severity</th><th scope="col">Place</th><th scope="col">Finding</th><th scope="col">Rule</th></tr></thead>
<tbody>${shown.map(
    ({
      severity,
      path,
      range,
      message,
      rule,
    }) => html`<tr><td>${MARKS[severity]} ${severity}</td><th scope="row">${path}:${range.start.line + 1}:${range.start.character + 1}</th><td>${message}</td><td>${rule}</td></tr>
`,
  )}</tbody></table></div></section>`;
}
