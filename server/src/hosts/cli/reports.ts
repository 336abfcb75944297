// The writers of large reports: a file of their own in the build, which is read when one of them is asked for.
import { assessmentResults } from '../../report/oscal/assessment-results.ts';
import type { ExportInput, OscalPart } from '../../report/oscal/common.ts';
import { componentDefinition } from '../../report/oscal/component-definition.ts';

export { coverageWorkbook } from '../../report/coverage-workbook.ts';
export { cyclonedxBom } from '../../report/cyclonedx/bom.ts';
export { htmlReport } from '../../report/html/page.ts';
export { mappingCollection } from '../../report/oscal/mapping-collection.ts';
export { pack } from './bundle/pack.ts';

/** The OSCAL documents that are made of coverage, by their type. */
export const OSCAL_WRITERS: Readonly<Record<string, (input: ExportInput) => OscalPart>> = {
  'component-definition': componentDefinition,
  'assessment-results': assessmentResults,
};
