import { defineRule } from '../define.ts';

/** What a decoder puts in the place of bytes that it cannot read. */
const REPLACEMENT = '\uFFFD';

/** Characters that got lost when the file was read. */
export const encoding = defineRule({
  id: 'syntax/encoding',
  kinds: [
    'control-mapping',
    'model-card',
    'dataset-card',
    'space-card',
    'impact-assessment',
    'config',
    'catalog',
  ],
  reads: 'document',
  severity: 'warning',
  since: '0.1.0',
  summary: 'The file is not UTF-8, or lost characters when it was converted.',
  why: 'ISO/IEC 42001 clause 7.5.3 asks that documented information is protected from loss of integrity and fit for use.',
  clauses: ['iso-42001:7.5.3'],
  bad: [
    `clausewright: control-mapping/1
system: { id: scoring, name: Kreditpr⟦\uFFFD⟧fung f\uFFFDr H\uFFFDndler, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: planned
`,
  ],
  good: [
    `clausewright: control-mapping/1
system: { id: scoring, name: Kreditprüfung für Händler, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: planned
`,
  ],
  check(_, { document, report }) {
    const { text } = document.source;
    const start = text.indexOf(REPLACEMENT);
    if (start < 0) return;
    let end = start;
    while (text.startsWith(REPLACEMENT, end)) end += 1;
    const count = text.split(REPLACEMENT).length - 1;
    report({
      at: { start, end },
      what: `Characters are lost here${count > end - start ? ` and in ${count - (end - start)} more places` : ''}: the file is not UTF-8, or was converted from another encoding`,
      why: 'Documented information is protected from loss of integrity (ISO/IEC 42001 clause 7.5.3), and nobody can tell what stood here',
      next: 'Save the file as UTF-8, and write the lost characters again',
    });
  },
});
