import { acceptor } from './assessment/acceptor.ts';
import { approvedWithErrors } from './assessment/approved-with-errors.ts';
import { formAnswer } from './assessment/form-answer.ts';
import { harmWithoutMeasure } from './assessment/harm-without-measure.ts';
import { assessmentInvalidValue } from './assessment/invalid-value.ts';
import { measureWithoutOwner } from './assessment/measure-without-owner.ts';
import { missingAssessment } from './assessment/missing.ts';
import { missingApproval } from './assessment/missing-approval.ts';
import { assessmentMissingSection } from './assessment/missing-section.ts';
import { noAffectedGroup } from './assessment/no-affected-group.ts';
import { outsideScale } from './assessment/outside-scale.ts';
import { assessmentPlaceholder } from './assessment/placeholder.ts';
import { residualAboveInherent } from './assessment/residual-above-inherent.ts';
import { retentionPeriod } from './assessment/retention-period.ts';
import { reviewOverdue } from './assessment/review-overdue.ts';
import { threatNotConsidered } from './assessment/threat-not-considered.ts';
import { triggerFired } from './assessment/trigger-fired.ts';
import { unacceptedRisk } from './assessment/unaccepted-risk.ts';
import { assessmentUnknownControl } from './assessment/unknown-control.ts';
import { vulnerableGroup } from './assessment/vulnerable-group.ts';
import { baseModelWithoutSupplierEvidence } from './card/base-model-without-supplier-evidence.ts';
import { blankLineBefore } from './card/blank-line-before.ts';
import { deprecatedKey } from './card/deprecated-key.ts';
import { duplicateKey } from './card/duplicate-key.ts';
import { duplicateTag } from './card/duplicate-tag.ts';
import { evalResultUnverifiable } from './card/eval-result-unverifiable.ts';
import { invalidType } from './card/invalid-type.ts';
import { licenseNeedsName } from './card/license-needs-name.ts';
import { metricWithoutDataset } from './card/metric-without-dataset.ts';
import { metricWithoutUncertainty } from './card/metric-without-uncertainty.ts';
import { cardMissingSection } from './card/missing-section.ts';
import { modelIndexIncomplete } from './card/model-index-incomplete.ts';
import { noContact } from './card/no-contact.ts';
import { noLimitations } from './card/no-limitations.ts';
import { noSliceResults } from './card/no-slice-results.ts';
import { notAMapping } from './card/not-a-mapping.ts';
import { outOfDate } from './card/out-of-date.ts';
import { cardPlaceholder } from './card/placeholder.ts';
import { templateNotFilled } from './card/template-not-filled.ts';
import { unclosed } from './card/unclosed.ts';
import { unknownLicense } from './card/unknown-license.ts';
import { unknownValue } from './card/unknown-value.ts';
import { yaml11Value } from './card/yaml11-value.ts';
import { duplicateCatalogId } from './catalog/duplicate-id.ts';
import { invalidCatalog } from './catalog/invalid.ts';
import { unknownCatalogItem } from './catalog/unknown-item.ts';
import { invalidSuppression } from './config/invalid-suppression.ts';
import { invalidConfigValue } from './config/invalid-value.ts';
import { missingCatalog } from './config/missing-catalog.ts';
import { unknownKey } from './config/unknown-key.ts';
import { datasetTerms } from './crossdoc/dataset-terms.ts';
import { datasetWithoutCard } from './crossdoc/dataset-without-card.ts';
import { excludedClaim } from './crossdoc/excluded-claim.ts';
import { intendedUse } from './crossdoc/intended-use.ts';
import { license } from './crossdoc/license.ts';
import { metric } from './crossdoc/metric.ts';
import { owner } from './crossdoc/owner.ts';
import { personalData } from './crossdoc/personal-data.ts';
import { stage } from './crossdoc/stage.ts';
import { version } from './crossdoc/version.ts';
import type { Rule } from './define.ts';
import { duplicateEvidence } from './evidence/duplicate.ts';
import { emptySection } from './evidence/empty-section.ts';
import { expired } from './evidence/expired.ts';
import { failingTest } from './evidence/failing-test.ts';
import { missingFile } from './evidence/missing-file.ts';
import { missingHeading } from './evidence/missing-heading.ts';
import { orphan } from './evidence/orphan.ts';
import { outsideWorkspace } from './evidence/outside-workspace.ts';
import { overdueReview } from './evidence/overdue-review.ts';
import { placeholderEvidence } from './evidence/placeholder.ts';
import { staleTest } from './evidence/stale-test.ts';
import { tooWeak } from './evidence/too-weak.ts';
import { incidentDates } from './incident/dates.ts';
import { incidentInvalidValue } from './incident/invalid-value.ts';
import { lateReport } from './incident/late-report.ts';
import { incidentMissingSection } from './incident/missing-section.ts';
import { noReassessment } from './incident/no-reassessment.ts';
import { incidentPlaceholder } from './incident/placeholder.ts';
import { incidentSeverity } from './incident/severity.ts';
import { duplicateControl } from './mapping/duplicate-control.ts';
import { dutyApplies } from './mapping/duty-applies.ts';
import { excludedNotAllowed } from './mapping/excluded-not-allowed.ts';
import { invalidValue } from './mapping/invalid-value.ts';
import { missingControls } from './mapping/missing-controls.ts';
import { missingEvidence } from './mapping/missing-evidence.ts';
import { missingJustification } from './mapping/missing-justification.ts';
import { missingOwner } from './mapping/missing-owner.ts';
import { overstatedStatus } from './mapping/overstated-status.ts';
import { unknownControl } from './mapping/unknown-control.ts';
import { ambiguousId } from './reference/ambiguous-id.ts';
import { supersededEdition } from './reference/superseded-edition.ts';
import { unknownControlReference } from './reference/unknown-control.ts';
import { wrongTitle } from './reference/wrong-title.ts';
import { changedSince } from './review/changed-since.ts';
import { invalidDate } from './review/invalid-date.ts';
import { openComment } from './review/open-comment.ts';
import { selfReview } from './review/self-review.ts';
import { unknownPerson } from './review/unknown-person.ts';
import { encoding } from './syntax/encoding.ts';
import { frontMatterSyntax } from './syntax/front-matter.ts';
import { unclosedCode } from './syntax/unclosed-code.ts';
import { yamlSyntax } from './syntax/yaml.ts';

/** Every rule, in the order in which documentation lists them. */
export const RULES: readonly Rule[] = [
  unknownControl,
  duplicateControl,
  missingControls,
  missingEvidence,
  missingJustification,
  missingOwner,
  invalidValue,
  missingFile,
  missingHeading,
  placeholderEvidence,
  emptySection,
  outsideWorkspace,
  duplicateEvidence,
  expired,
  failingTest,
  orphan,
  overdueReview,
  staleTest,
  tooWeak,
  overstatedStatus,
  changedSince,
  invalidDate,
  openComment,
  selfReview,
  unknownPerson,
  datasetTerms,
  datasetWithoutCard,
  excludedClaim,
  intendedUse,
  license,
  metric,
  owner,
  personalData,
  stage,
  version,
  blankLineBefore,
  deprecatedKey,
  duplicateKey,
  duplicateTag,
  evalResultUnverifiable,
  invalidType,
  licenseNeedsName,
  modelIndexIncomplete,
  notAMapping,
  unclosed,
  unknownLicense,
  unknownValue,
  yaml11Value,
  cardMissingSection,
  noLimitations,
  noContact,
  cardPlaceholder,
  outOfDate,
  templateNotFilled,
  metricWithoutDataset,
  metricWithoutUncertainty,
  noSliceResults,
  baseModelWithoutSupplierEvidence,
  assessmentMissingSection,
  assessmentPlaceholder,
  missingApproval,
  acceptor,
  approvedWithErrors,
  harmWithoutMeasure,
  measureWithoutOwner,
  missingAssessment,
  noAffectedGroup,
  outsideScale,
  residualAboveInherent,
  retentionPeriod,
  reviewOverdue,
  threatNotConsidered,
  triggerFired,
  unacceptedRisk,
  assessmentUnknownControl,
  vulnerableGroup,
  formAnswer,
  assessmentInvalidValue,
  incidentDates,
  incidentInvalidValue,
  lateReport,
  incidentMissingSection,
  noReassessment,
  incidentPlaceholder,
  incidentSeverity,
  unknownControlReference,
  unknownKey(() => RULES),
  invalidConfigValue(() => RULES),
  invalidSuppression(() => RULES),
  missingCatalog,
  invalidCatalog,
  unknownCatalogItem,
  duplicateCatalogId,
  unclosedCode,
  yamlSyntax,
  frontMatterSyntax,
  encoding,
  dutyApplies,
  excludedNotAllowed,
  ambiguousId,
  supersededEdition,
  wrongTitle,
];
