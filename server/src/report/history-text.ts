import {
  type HistoryPoint,
  percentOf,
  shareOf,
  type Trend,
  type TrendValue,
  trendsOf,
} from './coverage-history.ts';
import { visible } from './excerpt.ts';
import type { Paint } from './paint.ts';

const NONE = 'No revision has a control mapping; there is no history.\n';
const WIDTH = 30;

/** How coverage went on, as a bar for each revision. */
export function historyText(points: readonly HistoryPoint[], paint: Paint): string {
  const trends = trendsOf(points);
  if (trends.length === 0) return `\n${NONE}`;
  const width = Math.max(...points.map(each => [...visible(each.label)].length));
  return trends
    .map(trend =>
      [
        '',
        paint.path(visible(`Trend: ${titleOf(trend)}`)),
        '',
        ...points.map((point, index) => line(point, trend.values[index] ?? null, width, paint)),
        '',
      ].join('\n'),
    )
    .join('');
}

function line({ label, at }: HistoryPoint, value: TrendValue | null, width: number, paint: Paint): string {
  const head = `  ${visible(label).padEnd(width)}  ${paint.faint(at.slice(0, 10))}  `;
  if (value === null) return `${head}${paint.faint('no mapping')}`;
  const share = shareOf(value);
  const full = Math.round(share * WIDTH);
  const bar = '█'.repeat(full) + paint.faint('░'.repeat(WIDTH - full));
  return `${head}${bar} ${String(percentOf(share)).padStart(3)} %  ${value.met} of ${value.applicable}`;
}

/** The same as a Markdown table. */
export function historyMarkdown(points: readonly HistoryPoint[]): string {
  const trends = trendsOf(points);
  if (trends.length === 0) return `\n## Trend\n\n${NONE}`;
  return [
    '\n## Trend',
    '',
    'Applicable controls that had the evidence they needed:',
    '',
    `| revision | date | ${trends.map(each => cell(titleOf(each))).join(' | ')} |`,
    `|---|---|${trends.map(() => '---:|').join('')}`,
    ...points.map((point, index) => {
      const values = trends.map(({ values }) => valueText(values[index] ?? null));
      return `| ${cell(point.label)} | ${point.at.slice(0, 10)} | ${values.join(' | ')} |`;
    }),
    '',
  ].join('\n');
}

function valueText(value: TrendValue | null): string {
  return value === null ? '–' : `${value.met} of ${value.applicable} (${percentOf(shareOf(value))} %)`;
}

function titleOf({ name, system }: Trend): string {
  return system === null ? name : `${name}, ${system}`;
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|<>*_`[\]]/g, each => `\\${each}`);
}
