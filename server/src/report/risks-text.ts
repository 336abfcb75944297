import { matrixMarkdown, riskMatrix } from '../workspace/assessment/matrix.ts';
import { type AssessedRisks, aboveThreshold } from '../workspace/assessment/rated.ts';
import { cell } from './coverage-markdown.ts';
import { visible } from './excerpt.ts';
import type { Paint } from './paint.ts';

/** More labels in a cell than this are counted. */
const MOST_LABELS = 4;
const MOST_LETTERS = 24;

/** What the marks of a matrix mean, and how many risks somebody has to accept. */
export function matrixNote(assessed: AssessedRisks): string {
  const above = aboveThreshold(assessed).length;
  const { threshold } = assessed.criteria;
  return `${above === 0 ? 'No risk lies' : above === 1 ? 'One risk lies' : `${above} risks lie`} above ${threshold}, beyond which residual risk has to be accepted. Risks in brackets stand where they were before measures.`;
}

/** The risk matrices for people: severity to the right, likelihood upwards. */
export function risksText(all: readonly AssessedRisks[], paint: Paint): string {
  return all
    .map(
      each => `\n${paint.path(`Risks of ${visible(each.path)}`)}\n\n${grid(each)}\n\n${matrixNote(each)}\n`,
    )
    .join('');
}

function grid({ risks, criteria }: AssessedRisks): string {
  const { likelihood, severity } = criteria;
  const head = ['', ...severity.steps.map((step, index) => `${index + 1} ${visible(step)}`)];
  const rows = riskMatrix(risks, criteria).map(cells => {
    const step = cells[0]?.likelihood ?? 1;
    return [
      `${step} ${visible(likelihood.steps[step - 1] ?? '')}`,
      ...cells.map(({ score, labels }) => `${score}${labels.length === 0 ? '' : `: ${shortened(labels)}`}`),
    ];
  });
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map(row => [...(row[column] ?? '')].length)),
  );
  return [head, ...rows]
    .map(row =>
      `    ${row.map((each, column) => each + ' '.repeat((widths[column] ?? 0) - [...each].length)).join('  ')}`.trimEnd(),
    )
    .join('\n');
}

function shortened(labels: readonly string[]): string {
  const cut = (label: string): string => {
    const letters = [...visible(label)];
    return letters.length > MOST_LETTERS
      ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…`
      : letters.join('');
  };
  const shown = labels.slice(0, MOST_LABELS).map(cut).join(', ');
  return labels.length > MOST_LABELS ? `${shown} +${labels.length - MOST_LABELS}` : shown;
}

/** The same as Markdown tables. */
export function risksMarkdown(all: readonly AssessedRisks[]): string {
  return all
    .map(
      each =>
        `\n## Risks: ${cell(each.path)}\n\n${matrixMarkdown(each.risks, each.criteria, cell)}\n\n${matrixNote(each)}\n`,
    )
    .join('');
}
