import { type ParsedDocument, yamlTreeOf } from '../../model/document.ts';
import { defineRule } from '../define.ts';
import { syntaxReports } from './problems.ts';

/** YAML that cannot be read. */
export const yamlSyntax = defineRule({
  id: 'syntax/yaml',
  kinds: ['control-mapping', 'config', 'impact-assessment', 'catalog', 'foreign-mapping'],
  reads: 'document',
  severity: 'error',
  since: '0.1.0',
  summary: 'A stretch of YAML cannot be read, or a key stands twice.',
  why: 'What cannot be read is not checked and does not count as documented information (ISO/IEC 42001 clause 7.5.2 asks for a suitable format).',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: ⟦"planned⟧
  - id: A.5.2
    status: planned
    ⟦status⟧: planned
`,
  ],
  good: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: "planned"
`,
  ],
  check(_, { document, report }) {
    const tree = yamlTreeOf(document.model);
    if (tree === undefined || isFrontMatter(document)) return;
    for (const each of syntaxReports(tree, document)) report(each);
  },
});

function isFrontMatter({ model }: ParsedDocument): boolean {
  return 'form' in model && model.form === 'markdown';
}
