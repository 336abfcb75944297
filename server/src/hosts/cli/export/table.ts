import { assessmentSubject } from './assessment-subject.ts';
import { cyclonedxSubject, oscalSubject } from './coverage-subjects.ts';
import type { ExportSubject } from './subject.ts';

/** Everything that can be exported, in the order of the help page. */
export const SUBJECTS: readonly ExportSubject[] = [assessmentSubject, oscalSubject, cyclonedxSubject];
