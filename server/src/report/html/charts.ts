import { STRENGTHS } from '../../catalog/types.ts';
import type { FrameworkCoverage } from '../../workspace/evidence/coverage-totals.ts';
import { percentOf } from '../coverage-history.ts';
import { titleOf } from '../coverage-words.ts';
import { html, joined, type Markup } from './markup.ts';
import { MARKS } from './view.ts';

const WIDTH = 560;
const ROW = 46;
const BAR = 22;

/** One stretch of a bar. */
interface Segment {
  /** Class that gives the colour. */
  readonly kind: string;
  readonly label: string;
  readonly count: number;
}

/** Bars that say how many applicable controls of each framework have the evidence they need. */
export function coverageChart(frameworks: readonly FrameworkCoverage[]): Markup {
  return bars(
    'Controls with the evidence they need, by framework',
    frameworks.map(framework => ({
      title: titleOf(framework),
      note: noteOf(framework),
      segments: [
        { kind: 'enough', label: 'enough', count: framework.met },
        { kind: 'open', label: 'open', count: framework.applicable - framework.met },
      ],
    })),
  );
}

function noteOf({ met, applicable }: FrameworkCoverage): string {
  return applicable === 0 ? 'nothing applies' : `${met} of ${applicable} (${percentOf(met / applicable)} %)`;
}

/** Bars that say how strong the evidence of each framework's applicable controls is. */
export function strengthChart(frameworks: readonly FrameworkCoverage[]): Markup {
  return bars(
    'Strength of the evidence, by framework',
    frameworks.map(framework => ({
      title: titleOf(framework),
      note: `${framework.applicable} applicable`,
      segments: STRENGTHS.map(kind => ({
        kind,
        label: `${MARKS[kind]} ${kind}`,
        count: framework.strengths[kind],
      })),
    })),
  );
}

function bars(
  name: string,
  rows: readonly {
    readonly title: string;
    readonly note: string;
    readonly segments: readonly Segment[];
  }[],
): Markup {
  const height = Math.max(1, rows.length) * ROW;
  const described = rows
    .map(row => `${row.title}: ${row.segments.map(each => `${each.count} ${each.label}`).join(', ')}`)
    .join('. ');
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${name}. ${described}.">
${rows.map(
  (row, index) => html`<g transform="translate(0 ${index * ROW})">
<text class="bar-title" x="0" y="13">${row.title}</text><text class="bar-note" x="${WIDTH}" y="13">${row.note}</text>
${segments(row.segments)}</g>
`,
)}</svg>`;
}

function segments(all: readonly Segment[]): Markup {
  const total = all.reduce((sum, each) => sum + each.count, 0);
  if (total === 0)
    return html`<rect class="none" x="0.5" y="18.5" width="${WIDTH - 1}" height="${BAR - 1}"/>`;
  let before = 0;
  return joined(
    all
      .filter(each => each.count > 0)
      .map(({ kind, label, count }) => {
        const x = (before / total) * WIDTH;
        const width = (count / total) * WIDTH;
        before += count;
        const shown = width >= 7.2 * `${count} ${label}`.length + 12 ? `${count} ${label}` : String(count);
        return html`<rect class="fill ${kind}" x="${x.toFixed(1)}" y="18" width="${Math.max(1, width - 2).toFixed(1)}" height="${BAR}"><title>${count} ${label}</title></rect>${labelled(
          x + width / 2 - 1,
          width >= 8 * shown.length + 4 ? shown : '',
        )}`;
      }),
  );
}

function labelled(x: number, text: string): Markup {
  return html`<text class="bar-label" x="${x.toFixed(1)}" y="33.5">${text}</text>`;
}
