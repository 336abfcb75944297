import { defineRule } from '../define.ts';
import { reportProblems } from './problems.ts';

/** An id that two items or two catalogs have. */
export const duplicateCatalogId = defineRule({
  id: 'catalog/duplicate-id',
  kinds: ['catalog'],
  reads: 'workspace',
  severity: 'error',
  since: '0.1.0',
  summary: 'An item or a catalog has an id that is taken already.',
  why: 'ISO/IEC 42001 clause 6.1.3 asks for a Statement of Applicability that names the controls; an id that stands for two things names neither.',
  clauses: ['iso-42001:6.1.3'],
  bad: [
    `//- catalogs/policy.yaml
id: acme-policy
items:
  - { id: P-1, title: Models have owners }
  - { id: ⟦p.01⟧, title: Models have names }
//- clausewright.yaml
catalogs: [catalogs/policy.yaml]
`,
    `//- catalogs/iso.yaml
id: ⟦iso-42001⟧
items:
  - { id: A.6.2.4, title: Our own words }
//- clausewright.yaml
catalogs: [catalogs/iso.yaml]
`,
  ],
  good: [
    `//- private/iso.overlay.yaml
overlays: iso-42001
items:
  - { id: A.6.2.4, text: The text that we bought. }
//- clausewright.yaml
catalogs: [private/iso.overlay.yaml]
`,
  ],
  check(model, context) {
    reportProblems(model, context, 'duplicate');
  },
});
