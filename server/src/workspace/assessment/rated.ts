import { textAt } from '../../model/sectioned.ts';
import type { Session } from '../session.ts';
import type { RiskCriteria } from './criteria.ts';
import { type RatedRisk, ratedRisks } from './matrix.ts';
import { readAssessment } from './read.ts';

/** The risks that one impact assessment rates. */
export interface AssessedRisks {
  /** Workspace path of the assessment. */
  readonly path: string;
  readonly risks: readonly RatedRisk[];
  readonly criteria: RiskCriteria;
}

/** The rated risks of the assessments that count, by path; those that rate nothing and retired ones are left out. */
export function assessedRisks(session: Session, counts: (path: string) => boolean): AssessedRisks[] {
  const vocabulary = session.library.vocabulary('impact-assessment');
  const paths = session.graph(new Set()).documents('impact-assessment').filter(counts);
  return paths.toSorted().flatMap((path): AssessedRisks[] => {
    const document = session.document(path);
    const model = document?.model;
    if (document === undefined || model?.kind !== 'impact-assessment') return [];
    if (textAt(model.metadata, 'status')?.value.value.trim().toLowerCase() === 'retired') return [];
    const { headings, risk: criteria } = session.scopeOf(path);
    const risks = ratedRisks(readAssessment(model, document.source.text, vocabulary, headings), criteria);
    return risks.length === 0 ? [] : [{ path, risks, criteria }];
  });
}

/** The risks whose residual score, or inherent score where none is left, lies above the threshold. */
export function aboveThreshold({ risks, criteria }: AssessedRisks): readonly RatedRisk[] {
  return risks.filter(({ inherent, residual }) => ((residual ?? inherent)?.score ?? 0) > criteria.threshold);
}
