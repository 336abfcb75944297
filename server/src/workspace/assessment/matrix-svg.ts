import { xmlText } from '../../text/xml.ts';
import type { RiskCriteria } from './criteria.ts';
import { type RatedRisk, riskMatrix } from './matrix.ts';

const CELL = { width: 92, height: 40 };
const LEFT = 104;
const TOP = 24;
/** Fills from the lowest level to the highest, light enough for dark text on each of them. */
export const LEVEL_FILLS = ['#cfe8cf', '#fbe9a6', '#f6c48a', '#ee9c93', '#dd7f8f'];
/** More labels than this are counted. */
const MOST_LABELS = 3;
const MOST_LETTERS = 16;

/**
 * The risk matrix as an SVG picture: severity to the right, likelihood upwards, each cell in the colour of its level
 * with its score and the risks that lie there; those before measures in brackets. It holds no script, no link and no
 * style sheet, and names its colours also in words for those who see none. A page can restyle what has the classes
 * `paper`, `ink` and `level-0` to `level-4`.
 */
export function matrixSvg(risks: readonly RatedRisk[], criteria: RiskCriteria): string {
  const { likelihood, severity, levels } = criteria;
  const width = LEFT + severity.steps.length * CELL.width;
  const height = TOP + likelihood.steps.length * CELL.height + 22;
  const rows = riskMatrix(risks, criteria).flatMap((cells, row) => {
    const y = TOP + row * CELL.height;
    const step = likelihood.steps.length - row;
    const name = `${step} ${likelihood.steps[step - 1] ?? ''}`;
    return [
      text(LEFT - 6, y + 24, name, 'end'),
      ...cells.map(({ score, level, labels }, column) => {
        const x = LEFT + column * CELL.width;
        const title = `${score}, ${levels[level]?.name ?? ''}`;
        return [
          `<g><title>${xmlText(title)}</title>`,
          `<rect x="${x}" y="${y}" width="${CELL.width}" height="${CELL.height}" ${fillOf(level, levels.length)} stroke="#555"/>`,
          text(x + 4, y + 13, String(score), 'start'),
          labels.length === 0 ? '' : text(x + CELL.width / 2, y + 30, shortened(labels), 'middle', true),
          '</g>',
        ].join('');
      }),
    ];
  });
  const heads = severity.steps.map((step, index) =>
    text(LEFT + index * CELL.width + CELL.width / 2, TOP - 8, `${index + 1} ${step}`, 'middle'),
  );
  const legend = levels.map(({ name, from }) => `${name} from ${from}`).join(' · ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="sans-serif" font-size="11">`,
    '<title>Risk matrix: severity to the right, likelihood upwards</title>',
    `<rect class="paper" width="${width}" height="${height}" fill="#fff"/>`,
    ...heads,
    ...rows,
    text(LEFT, height - 7, legend, 'start'),
    '</svg>',
  ].join('');
}

/** The picture as an address that Markdown can show. */
export function svgAddress(svg: string): string {
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg).replace(/[()']/g, each => `%${each.charCodeAt(0).toString(16)}`)}`;
}

/** Class and colour of a cell, as attributes. */
function fillOf(level: number, count: number): string {
  const index = count < 2 ? 0 : Math.round((Math.max(0, level) * (LEVEL_FILLS.length - 1)) / (count - 1));
  return `class="level-${index}" fill="${LEVEL_FILLS[index] ?? '#fff'}"`;
}

function shortened(labels: readonly string[]): string {
  const cut = (label: string): string =>
    label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS - 1)}…` : label;
  const shown = labels.slice(0, MOST_LABELS).map(cut).join(', ');
  return labels.length > MOST_LABELS ? `${shown} +${labels.length - MOST_LABELS}` : shown;
}

function text(x: number, y: number, content: string, anchor: string, bold = false): string {
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text class="ink" x="${x}" y="${y}" text-anchor="${anchor}" fill="#222"${weight}>${xmlText(content)}</text>`;
}
