import { type HistoryPoint, percentOf, shareOf, type Trend, trendsOf } from '../coverage-history.ts';
import { html, joined, type Markup, when } from './markup.ts';

const WIDTH = 560;
const HEIGHT = 240;
const LEFT = 54;
const RIGHT = 16;
const TOP = 12;
const BOTTOM = 34;

/** More lines than this cannot be told apart; the table beneath has all of them. */
const MOST_LINES = 6;
/** More labels than this would overlap. */
const MOST_LABELS = 8;

/** How the share of controls with enough evidence went on, as a chart and as the table with its numbers. */
export function trendSection(points: readonly HistoryPoint[]): Markup {
  const trends = trendsOf(points);
  return html`<section aria-labelledby="trend"><h2 id="trend">Trend</h2>
<p>Share of the applicable controls that had the evidence they needed, at ${points.length} revisions. Each is graded for the day of its own commit.</p>
${when(points.length > 1, () => chart(points, trends.slice(0, MOST_LINES)))}
${table(points, trends)}</section>`;
}

function chart(points: readonly HistoryPoint[], trends: readonly Trend[]): Markup {
  const x = (index: number): number => LEFT + (index * (WIDTH - LEFT - RIGHT)) / (points.length - 1);
  const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  const every = Math.ceil(points.length / MOST_LABELS);
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Trend; the table below has its numbers">
${[0, 0.25, 0.5, 0.75, 1].map(
  share => html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(share)}" y2="${y(share)}"/><text class="axis" x="${LEFT - 6}" y="${y(share) + 4}">${share * 100} %</text>
`,
)}${points.map((point, index) =>
  when(
    index % every === 0,
    () => html`<text class="tick" x="${x(index).toFixed(1)}" y="${HEIGHT - 12}">${shortened(point.label)}</text>
`,
  ),
)}${trends.map((trend, line) => lineOf(trend, line, x, y))}</svg>
<ul class="legend">${trends.map(
    ({ name, system }, line) =>
      html`<li><svg class="key" viewBox="0 0 28 12" aria-hidden="true"><line class="trend line-${line}" x1="0" x2="28" y1="6" y2="6"/></svg> ${titleOf(name, system)}</li>`,
  )}</ul>`;
}

function lineOf(
  { values }: Trend,
  line: number,
  x: (index: number) => number,
  y: (share: number) => number,
): Markup {
  const stretches: string[] = [];
  let open = false;
  for (const [index, value] of values.entries()) {
    if (value !== null)
      stretches.push(`${open ? 'L' : 'M'}${x(index).toFixed(1)} ${y(shareOf(value)).toFixed(1)}`);
    open = value !== null;
  }
  const dots = values.flatMap((value, index) =>
    value === null
      ? []
      : [
          html`<circle class="dot line-${line}" cx="${x(index).toFixed(1)}" cy="${y(shareOf(value)).toFixed(1)}" r="3.5"><title>${value.met} of ${value.applicable}</title></circle>`,
        ],
  );
  return html`<path class="trend line-${line}" d="${stretches.join('')}"/>${joined(dots)}
`;
}

function table(points: readonly HistoryPoint[], trends: readonly Trend[]): Markup {
  return html`<div class="wide" role="region" tabindex="0" aria-label="Trend in numbers"><table class="numbers"><caption>Controls with enough evidence, by revision</caption>
<thead><tr><th scope="col">Revision</th><th scope="col">Date</th>${trends.map(
    ({ name, system }) => html`<th scope="col">${titleOf(name, system)}</th>`,
  )}</tr></thead>
<tbody>${points.map(
    (
      point,
      index,
    ) => html`<tr><th scope="row">${point.label}</th><td>${point.at.slice(0, 10)}</td>${trends.map(
      trend => html`<td>${valueText(trend, index)}</td>`,
    )}</tr>
`,
  )}</tbody></table></div>`;
}

function valueText({ values }: Trend, index: number): string {
  const value = values[index] ?? null;
  return value === null ? '–' : `${value.met} of ${value.applicable} (${percentOf(shareOf(value))} %)`;
}

function titleOf(name: string, system: string | null): string {
  return system === null ? name : `${name}, ${system}`;
}

function shortened(label: string): string {
  return label.length > 12 ? `${label.slice(0, 11)}…` : label;
}
