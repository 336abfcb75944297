import { defineRule } from '../define.ts';
import { reportProblems } from './problems.ts';

/** An id in an own catalog, crosswalk or overlay that names nothing. */
export const unknownCatalogItem = defineRule({
  id: 'catalog/unknown-item',
  kinds: ['catalog'],
  reads: 'workspace',
  severity: 'error',
  since: '0.1.0',
  summary: 'A parent, a pair or an overlay names an item or a framework that is not known.',
  why: 'ISO/IEC 42001 clause 6.1.3 has you compare the necessary controls with a reference set; a pair or text for an item that does not exist serves none.',
  clauses: ['iso-42001:6.1.3'],
  bad: [
    `//- catalogs/policy.yaml
id: acme-policy
items:
  - { id: P-1, title: Models have owners, parent: ⟦P⟧ }
//- clausewright.yaml
catalogs: [catalogs/policy.yaml]
`,
    `//- catalogs/to-iso.yaml
from: iso-42001
to: nist-ai-rmf
pairs:
  - { from: ⟦A.6.2.44⟧, to: MEASURE 2.3 }
  - { from: A.6.2.4, to: MEASURE 2.3 }
//- clausewright.yaml
catalogs: [catalogs/to-iso.yaml]
`,
    `//- private/text.overlay.yaml
overlays: ⟦iso-4200⟧
items:
  - { id: A.6.2.4, text: The text that we bought. }
//- clausewright.yaml
catalogs: [private/*.yaml]
`,
  ],
  good: [
    `//- catalogs/policy.yaml
id: acme-policy
items:
  - { id: P, kind: group, title: People }
  - { id: P-1, title: Models have owners, parent: P }
//- catalogs/to-iso.yaml
from: acme-policy
to: iso-42001
pairs:
  - { from: p.1, to: A-3-2 }
//- clausewright.yaml
catalogs: [catalogs/*.yaml]
`,
  ],
  check(model, context) {
    reportProblems(model, context, 'unknown');
  },
});
