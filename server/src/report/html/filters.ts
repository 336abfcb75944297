import { STRENGTHS } from '../../catalog/types.ts';
import type { ReportGroup } from '../coverage-groups.ts';
import { html, type Markup } from './markup.ts';
import { STANDINGS } from './view.ts';

/** Search and filters. They stay hidden until the script has started, as they do nothing without it. */
export function filterForm(groups: readonly ReportGroup[]): Markup {
  const rows = groups.flatMap(each => each.rows);
  return html`<form id="filters" class="filters" role="search" aria-label="Controls" hidden>
<label class="search">Search <input type="search" id="search" autocomplete="off" spellcheck="false" placeholder="control, title, owner, evidence"></label>
${choice('framework', 'Framework', distinct(groups.map(each => each.framework.name)))}
${choice('system', 'System', distinct(rows.map(each => each.system ?? '')))}
${choice('strength', 'Strength', STRENGTHS)}
${choice('owner', 'Owner', distinct(rows.map(each => each.owner ?? '')).toSorted())}
${choice('standing', 'Standing', STANDINGS)}
<button type="reset">Clear</button>
</form>
<p id="shown" class="shown" role="status">${rows.length} controls and clauses</p>`;
}

/** An empty value stands for what has none; the value of "all" can be no name, as names do not begin with a blank. */
function choice(name: string, label: string, values: readonly string[]): Markup {
  return html`<label>${label} <select id="${name}" data-filter="${name}"><option value=" ">all</option>${values.map(
    value => html`<option value="${value}">${value === '' ? '(none)' : value}</option>`,
  )}</select></label>`;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
