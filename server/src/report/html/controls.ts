import type { ControlData, EvidenceData } from '../coverage-data.ts';
import type { ReportGroup } from '../coverage-groups.ts';
import { bareId } from '../coverage-words.ts';
import { evidenceHref } from '../evidence-links.ts';
import { html, type Markup, when } from './markup.ts';
import { MARKS, standingOf } from './view.ts';

const COLUMNS = ['Control', 'Standing', 'Strength', 'Needed', 'Status', 'Owner', 'Evidence and sign-off'];

/**
 * All controls with their evidence, and why it is not stronger: a table for each framework and system, which the script
 * filters. A browser lays out only the tables that are in view, for which it has to know roughly how long each is.
 */
export function controlsTables(groups: readonly ReportGroup[], base: string | undefined): Markup {
  return html`<div class="wide" role="region" tabindex="0" aria-label="Tables of controls">${groups.map(
    group => html`<div data-group class="controls ${lengthOf(group)}"><table><caption>${group.title}</caption>
<thead><tr>${COLUMNS.map(each => html`<th scope="col">${each}</th>`)}</tr></thead>
<tbody>${group.rows.map(row => controlRow(row, group.framework.name, base))}</tbody></table></div>
`,
  )}</div>`;
}

/** The name of a length in the style, which may say nothing to single elements. */
function lengthOf({ rows }: ReportGroup): string {
  return rows.length < 30 ? 'short' : rows.length < 300 ? 'long' : 'very-long';
}

function controlRow(control: ControlData, framework: string, base: string | undefined): Markup {
  const standing = standingOf(control);
  const strength = control.applicable ? control.strength : '';
  return html`<tr data-row data-id="${control.id}" data-framework="${framework}" data-system="${control.system ?? ''}" data-strength="${strength}" data-owner="${control.owner ?? ''}" data-standing="${standing}">
<th scope="row"><span class="id">${bareId(control.id)}</span> ${control.title}</th>
<td><span class="standing ${standing === 'open' ? 'is-open' : 'is-closed'}">${STANDING_MARKS[standing]} ${standing}</span></td>
<td>${when(control.applicable, () => html`<span class="strength"><span class="mark ${control.strength}" aria-hidden="true">${MARKS[control.strength]}</span> ${control.strength}</span>`)}</td>
<td>${control.applicable ? control.needed : ''}</td>
<td>${control.status ?? (control.entry === null ? 'no entry' : '')}</td>
<td>${breakable(control.owner ?? '')}</td>
<td>${grounds(control, base)}</td></tr>
`;
}

/** An address may go on in the next line before its at-sign. */
function breakable(text: string): Markup {
  const at = text.indexOf('@');
  return at <= 0 ? html`${text}` : html`${text.slice(0, at)}<wbr>${text.slice(at)}`;
}

const STANDING_MARKS = { open: '✗', enough: '✓', 'not applicable': '–' } as const;

function grounds(control: ControlData, base: string | undefined): Markup {
  const why = control.scopeReason ?? control.justification;
  const { supportedThrough } = control;
  return html`${when(why !== null, () => html`<p>${why ?? ''}</p>`)}${when(
    control.evidence.length > 0,
    () => html`<ul class="evidence">${control.evidence.map(each => evidenceItem(each, base))}</ul>`,
  )}${when(
    supportedThrough.length > 0,
    () => html`<p class="note">Evidence for ${supportedThrough.join(', ')} is useful here.</p>`,
  )}${when(
    control.applicable && control.organizational && control.strength === 'missing',
    () => html`<p class="note">For the organisation to show rather than for this system.</p>`,
  )}${when(!control.applicable && why === null, () => html`<p class="note">No justification is given.</p>`)}`;
}

function evidenceItem(evidence: EvidenceData, base: string | undefined): Markup {
  const href = evidenceHref(evidence, base);
  const target =
    href === undefined
      ? html`<span class="target">${evidence.target}</span>`
      : html`<a class="target" href="${href}" rel="noopener noreferrer">${evidence.target}</a>`;
  const notes = [
    evidence.strength,
    ...(evidence.suspect ? ['changed since it was signed'] : []),
    ...(evidence.signed === null
      ? []
      : [`signed by ${evidence.signed.by}${evidence.signed.on === null ? '' : ` on ${evidence.signed.on}`}`]),
    ...(evidence.expires === null ? [] : [`expires ${evidence.expires}`]),
  ];
  return html`<li>${target} <span class="note">${notes.join(', ')}${
    evidence.reason === null ? '' : `: ${evidence.reason}`
  }</span></li>`;
}
