import { FORM_IDS } from './form-ids.ts';
import type { ExportSubject } from './subject.ts';

/** `clausewright export assessment`: an impact assessment as the form of a regime. */
export const assessmentSubject: ExportSubject = {
  name: 'assessment',
  summary: 'An impact assessment as the form that a regime asks for',
  operands: '[PATH]',
  options: {
    form: {
      value: 'FORM',
      values: FORM_IDS,
      description:
        'For an assessment: the fundamental rights or data protection impact assessment of the EU, the Canadian algorithmic impact assessment, the UK transparency record, or NIST MAP',
    },
  },
  formats: ['markdown', 'json'],
  run: async () => (await import('./assessment.ts')).exportAssessment,
};
