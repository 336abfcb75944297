import { defineRule } from '../define.ts';
import { assessmentIn, nameOf, says } from './read.ts';

/** A measure that rests on a control which does not exist. */
export const assessmentUnknownControl = defineRule({
  id: 'assessment/unknown-control',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A measure of an impact assessment in YAML names a control that no framework in scope has. Ids in Markdown are checked by reference/unknown-control.',
  why: 'ISO/IEC 42001 clause 6.1.3 asks to compare measures with the controls of Annex A; a control that does not exist cannot be compared with.',
  clauses: ['iso-42001:6.1.3', 'iso-42001:7.5.3'],
  bad: [
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
measures:
  - { measure: letters with reasons, owner: jane@example.org, controls: [A.8.2, ⟦A.8.9⟧] }
`,
  ],
  good: [
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
measures:
  - { measure: letters with reasons, owner: jane@example.org, controls: [A.8.2, "nist-ai-rmf:MEASURE 2.3"] }
`,
  ],
  check(model, context) {
    if (model.form !== 'yaml') return;
    const { library, scope } = context;
    for (const { fields } of context.derive(assessmentIn)?.records.measures ?? []) {
      for (const control of fields.controls) {
        if (!says(control)) continue;
        const found = library.resolveAll(control.value, scope.framework);
        // An id of a framework that we do not carry is none of our business.
        if (found.length === 0 || found.some(({ item }) => item !== undefined)) continue;
        const [{ catalog } = { catalog: undefined }] = found;
        const near = catalog?.nearest(control.value);
        context.report({
          at: control.span,
          what: `${catalog?.data.name ?? scope.framework} has no item "${control.value}", which the measure "${nameOf(fields.id, fields.measure)}" names`,
          why: 'A reader who looks it up finds nothing to compare the measure with (ISO/IEC 42001 clause 6.1.3)',
          next: near === undefined ? 'Name a control that exists' : `Did you mean ${near.id} (${near.title})`,
        });
      }
    }
  },
});
