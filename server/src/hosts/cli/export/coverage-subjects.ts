import type { OptionSpec } from '../command.ts';
import type { ExportSubject } from './subject.ts';

const FRAMEWORK: OptionSpec = {
  value: 'ID',
  description: 'For coverage: only this framework, such as iso-42001',
};

/** `clausewright export oscal`: coverage or crosswalks as an OSCAL document. */
export const oscalSubject: ExportSubject = {
  name: 'oscal',
  summary: 'Coverage as an OSCAL 1.2 document',
  operands: '[paths…]',
  options: {
    type: {
      value: 'TYPE',
      values: ['component-definition', 'assessment-results', 'mapping-collection'],
      description: 'For OSCAL: the kind of document; component-definition where nothing is said',
    },
    framework: FRAMEWORK,
  },
  formats: ['json'],
  run: async () => (await import('./oscal.ts')).exportOscal,
};

/** `clausewright export cyclonedx`: coverage as declarations. */
export const cyclonedxSubject: ExportSubject = {
  name: 'cyclonedx',
  summary: 'Coverage as CycloneDX 1.7 declarations: claims, evidence, attestations',
  operands: '[paths…]',
  options: { framework: FRAMEWORK },
  formats: ['json'],
  run: async () => (await import('./cyclonedx.ts')).exportCyclonedx,
};
