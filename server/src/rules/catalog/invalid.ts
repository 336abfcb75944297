import { defineRule } from '../define.ts';
import { reportProblems } from './problems.ts';

/** A part of an own catalog that cannot be used. */
export const invalidCatalog = defineRule({
  id: 'catalog/invalid',
  kinds: ['catalog'],
  reads: 'workspace',
  severity: 'error',
  since: '0.1.0',
  summary: 'A part of an own catalog, crosswalk or overlay cannot be read.',
  why: 'ISO/IEC 42001 clause 6.1.3 has you compare the necessary controls with a reference set; what cannot be read of your own set is missing from the comparison.',
  clauses: ['iso-42001:6.1.3'],
  bad: [
    `//- catalogs/policy.yaml
id: ⟦Acme Policy⟧
⟦titel⟧: Acme AI policy
items:
  - id: P-1
    title: Models have owners
//- clausewright.yaml
catalogs: [catalogs/policy.yaml]
`,
    `//- catalogs/policy.yaml
id: acme-policy
items:
  - ⟦id⟧: P-1
    kind: control
  - id: P-2
    title: Models are tested
    needed: ⟦testd⟧
//- clausewright.yaml
catalogs: [catalogs/*.yaml]
`,
  ],
  good: [
    `//- catalogs/policy.yaml
id: acme-policy
title: Acme AI policy
items:
  - { id: P-1, title: Models have owners }
  - { id: P-2, title: Models are tested, needed: tested }
//- clausewright.yaml
catalogs: [catalogs/policy.yaml]
`,
  ],
  check(model, context) {
    reportProblems(model, context, 'invalid');
  },
});
