import type { Assessment } from '../../model/assessment/types.ts';
import type { RiskCriteria } from './criteria.ts';
import { inherentScore, residualScore, type Score } from './score.ts';

/** A risk with its place in the matrix. */
export interface RatedRisk {
  /** Short name: the record's id, else its number. */
  readonly label: string;
  readonly text: string;
  readonly inherent: Score | undefined;
  readonly residual: Score | undefined;
}

/** The harms and failures of an assessment that are rated at all. */
export function ratedRisks({ records }: Assessment, criteria: RiskCriteria): RatedRisk[] {
  const rows = [
    ...records.harms.map(({ fields }) => ({ fields, text: fields.harm?.value ?? '' })),
    ...records.failures.map(({ fields }) => ({ fields, text: fields.failure?.value ?? '' })),
  ];
  return rows.flatMap(({ fields, text }, index): RatedRisk[] => {
    const [inherent, residual] = [inherentScore(fields, criteria), residualScore(fields, criteria)];
    if (inherent === undefined && residual === undefined) return [];
    return [{ label: fields.id?.value.split('\n')[0] ?? String(index + 1), text, inherent, residual }];
  });
}

/** A cell of the matrix: a likelihood and a severity with what lies there. */
export interface MatrixCell {
  readonly likelihood: number;
  readonly severity: number;
  readonly score: number;
  /** Index of the level in the criteria. */
  readonly level: number;
  /** Labels of the risks there; those before measures in brackets where what is left lies elsewhere. */
  readonly labels: readonly string[];
}

/** The matrix by rows, the highest likelihood first. */
export function riskMatrix(risks: readonly RatedRisk[], criteria: RiskCriteria): MatrixCell[][] {
  const { likelihood, severity, levels } = criteria;
  return likelihood.steps
    .map((_, index) => likelihood.steps.length - index)
    .map(l =>
      severity.steps.map((_, index) => {
        const s = index + 1;
        const level = levels.findLastIndex(each => each.from <= l * s);
        return { likelihood: l, severity: s, score: l * s, level, labels: labelsAt(risks, l, s) };
      }),
    );
}

function labelsAt(risks: readonly RatedRisk[], likelihood: number, severity: number): string[] {
  const here = (score: Score | undefined): boolean =>
    score?.likelihood === likelihood && score.severity === severity;
  return risks.flatMap(({ label, inherent, residual }) => {
    if (here(residual)) return [label];
    if (!here(inherent)) return [];
    return [residual === undefined ? label : `(${label})`];
  });
}

/** The matrix as a Markdown table. Texts of users are written by `shown`. */
export function matrixMarkdown(
  risks: readonly RatedRisk[],
  criteria: RiskCriteria,
  shown: (text: string) => string,
): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const { likelihood, severity } = criteria;
  return [
    row(['', ...severity.steps.map((step, index) => `${index + 1} ${shown(step)}`)]),
    row(['---', ...severity.steps.map(() => '---')]),
    ...riskMatrix(risks, criteria).map(cells => {
      const step = cells[0]?.likelihood ?? 1;
      return row([
        `${step} ${shown(likelihood.steps[step - 1] ?? '')}`,
        ...cells.map(({ score, labels }) =>
          labels.length === 0 ? String(score) : `**${score}**: ${shown(labels.join(', '))}`,
        ),
      ]);
    }),
  ].join('\n');
}
