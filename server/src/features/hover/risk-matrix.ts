import { matrixMarkdown, ratedRisks } from '../../workspace/assessment/matrix.ts';
import { matrixSvg, svgAddress } from '../../workspace/assessment/matrix-svg.ts';
import { readAssessment } from '../../workspace/assessment/read.ts';
import type { FeatureContext } from '../context.ts';
import { blocks, escaped } from '../markdown.ts';

/** Sections that are about risks and show the matrix. */
const SHOWN: ReadonlySet<string> = new Set([
  'harms',
  'impacts',
  'harms-and-measures',
  'risk-assessment',
  'residual-risk',
]);
/** Pictures of more characters than this are left to the report. */
const MOST = 60_000;

/** The risk matrix of an assessment as a picture and as text; nothing where no risk is rated. */
export function riskMatrixMarkdown(context: FeatureContext, concept: string): string | undefined {
  const { document, library, scope } = context;
  const { model, source } = document;
  if (model.kind !== 'impact-assessment' || !SHOWN.has(concept)) return undefined;
  const assessment = readAssessment(model, source.text, library.vocabulary(model.kind), scope.headings);
  const risks = ratedRisks(assessment, scope.risk);
  if (risks.length === 0) return undefined;
  const address = svgAddress(matrixSvg(risks, scope.risk));
  return blocks(
    address.length > MOST ? undefined : `![Risk matrix](${address})`,
    matrixMarkdown(risks, scope.risk, escaped),
    `Risks in brackets stand where they were before measures. What lies above ${scope.risk.threshold} has to be accepted.`,
  );
}
