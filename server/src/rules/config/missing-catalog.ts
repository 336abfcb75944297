import { textsField } from '../../model/field.ts';
import { at } from '../../text/span.ts';
import { folderOf } from '../../workspace/paths.ts';
import { globIn } from '../../workspace/settings.ts';
import { defineRule } from '../define.ts';
import { quoted } from '../wording.ts';

/** An entry of `catalogs:` that no file answers to. */
export const missingCatalog = defineRule({
  id: 'config/missing-catalog',
  kinds: ['config'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary: '`catalogs:` of clausewright.yaml names a file that is not there.',
  why: 'ISO/IEC 42001 clause 6.1.3 has you compare the necessary controls with a reference set; a catalog that is not there is compared with nothing.',
  clauses: ['iso-42001:6.1.3'],
  bad: [
    `//- clausewright.yaml
catalogs: [⟦catalogs/polcy.yaml⟧]
//- catalogs/policy.yaml
id: acme-policy
items:
  - { id: P-1, title: Models have owners }
`,
  ],
  good: [
    `//- clausewright.yaml
catalogs: [./catalogs/policy.yaml, private/*.overlay.yaml]
//- catalogs/policy.yaml
id: acme-policy
items:
  - { id: P-1, title: Models have owners }
`,
  ],
  check(model, { document, graph, report }) {
    const pair = model.keys.get('catalogs');
    const folder = folderOf(document.path);
    for (const field of textsField(pair?.value)) {
      if (pair === undefined || field.value.trim() === '') continue;
      const path = globIn(folder, field.value);
      // A glob may well match nothing: private overlays lie on some machines only.
      if (isGlob(field.value) || graph.hasFile(path)) continue;
      const near = graph.similar(path);
      report({
        at: at(pair.start, field),
        what: `No file here is ${quoted(field.value)}`,
        why: 'The controls of that catalog are known nowhere, so that entries for them count for nothing (ISO/IEC 42001 clause 6.1.3)',
        next:
          near === undefined ? 'Correct the path, which is relative to this file' : `Did you mean "${near}"?`,
      });
    }
  },
});

function isGlob(text: string): boolean {
  return /[*?[\]{}()!]/.test(text);
}
