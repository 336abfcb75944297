import { STRENGTHS } from '../../catalog/types.ts';
import type { FrameworkCoverage } from '../../workspace/evidence/coverage-totals.ts';
import { groupsOf, type ReportGroup } from '../coverage-groups.ts';
import { percentOf } from '../coverage-history.ts';
import { titleOf } from '../coverage-words.ts';
import { coverageChart, strengthChart } from './charts.ts';
import { controlsTables } from './controls.ts';
import { filterForm } from './filters.ts';
import { findingsSection } from './findings.ts';
import { html, type Markup, when } from './markup.ts';
import { risksSection } from './risks.ts';
import { trendSection } from './trend.ts';
import { MARKS, MEANINGS, type ReportInput, strengthsOf } from './view.ts';

/** Heading of a report that was given none. */
export const REPORT_TITLE = 'Evidence coverage';

/** All of a report that stands in the body of its page, for a file as well as for a panel of an editor. */
export function reportBody(input: ReportInput): Markup {
  const groups = groupsOf(input.data);
  const { frameworks } = input.data;
  return html`<a class="skip" href="#controls">Skip to the controls</a>
<header><div><h1>${input.title ?? REPORT_TITLE}</h1>
<p class="note">As of ${input.date}. Shows what is evidenced and how strongly; it is no statement of conformity.</p></div>
<div class="tools" id="tools" hidden><button type="button" id="theme" aria-pressed="false">Dark</button> <button type="button" id="print">Print</button></div></header>
<main>${
    frameworks.length === 0
      ? when(
          input.findings === undefined,
          () => html`<p>No control mapping was found; there is nothing to cover.</p>`,
        )
      : html`${summary(groups, frameworks)}${when((input.history?.length ?? 0) > 0, () => trendSection(input.history ?? []))}
<section aria-labelledby="controls"><h2 id="controls" tabindex="-1">Controls</h2>
${filterForm(groups)}
${controlsTables(groups, input.base)}</section>`
  }${when((input.risks?.length ?? 0) > 0, () => risksSection(input.risks ?? [], input.base))}${when(input.findings !== undefined, () => findingsSection(input.findings ?? []))}</main>
<footer><p class="note">Made by Clausewright. Titles of controls are our own words; the published standards stay the reference.</p></footer>`;
}

function summary(groups: readonly ReportGroup[], frameworks: readonly FrameworkCoverage[]): Markup {
  const strengths = strengthsOf(frameworks);
  return html`<section aria-labelledby="overview"><h2 id="overview">Overview</h2>
<div class="charts"><figure><figcaption>Coverage by framework: controls with the evidence they need</figcaption>${coverageChart(frameworks)}</figure>
<figure><figcaption>Strength of the evidence by framework</figcaption>${strengthChart(frameworks)}</figure></div>
<dl class="strengths">${strengths.map(
    ({ strength, count }) =>
      html`<div><dt><span class="swatch ${strength}" aria-hidden="true"></span> ${MARKS[strength]} ${strength}</dt><dd><strong>${count}</strong> ${MEANINGS[strength]}</dd></div>`,
  )}</dl>
${numbers(groups)}</section>
`;
}

function numbers(groups: readonly ReportGroup[]): Markup {
  const heads = [
    'Framework',
    'Applicable',
    'Enough',
    ...STRENGTHS,
    'Supported by others',
    'Clauses with a record',
  ];
  return html`<div class="wide" role="region" tabindex="0" aria-label="Numbers"><table class="numbers"><caption>Applicable controls by framework and strength</caption>
<thead><tr>${heads.map(each => html`<th scope="col">${each}</th>`)}</tr></thead>
<tbody>${groups.map(({ framework }) => {
    const { applicable, total, met, strengths, supported, clauses } = framework;
    return html`<tr><th scope="row">${titleOf(framework)}</th><td>${applicable} of ${total}</td><td>${met} (${percentOf(applicable === 0 ? 1 : met / applicable)} %)</td>${STRENGTHS.map(
      each => html`<td>${strengths[each]}</td>`,
    )}<td>${supported}</td><td>${clauses === undefined ? '–' : `${clauses.met} of ${clauses.total}`}</td></tr>
`;
  })}</tbody></table></div>`;
}
