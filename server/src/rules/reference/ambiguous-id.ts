import { editFile } from '../../workspace/change.ts';
import { defineRule } from '../define.ts';
import { matchesIn } from './prose-lines.ts';

/** An id that means one thing in one list and another in the next. */
export const ambiguousId = defineRule({
  id: 'reference/ambiguous-id',
  kinds: ['model-card', 'dataset-card', 'impact-assessment'],
  reads: 'document',
  severity: 'information',
  since: '0.1.0',
  summary: 'An OWASP LLM id stands without its year.',
  why: 'The lists of 2025 and 2026 number their risks differently: LLM03 is one risk in the first and another in the second (ISO/IEC 42001 clause 7.5.2).',
  clauses: ['iso-42001:7.5.2'],
  sources: ['OWASP Top 10 for LLM applications, 2025 and 2026'],
  bad: [
    `# Support assistant

Prompts are screened for ⟦LLM01⟧ before they reach the model.
`,
  ],
  good: [
    `# Support assistant

Prompts are screened for LLM01:2026 before they reach the model. The model LLM01-small is not used.
`,
  ],
  check(model, { document, library, report }) {
    const lists = ['owasp-llm-2025', 'owasp-llm-2026'];
    for (const { hit, span } of matchesIn(
      model,
      /\bLLM\d\d\b/,
      /(?<![\w:/.-])LLM(?:0[1-9]|10)(?![\w-]|:\s?\d|\.\w|\/\d{4}|\s?\(20\d\d\))/g,
    )) {
      const meanings = lists.flatMap(list => {
        const catalog = library.catalog(list);
        const item = catalog?.find(`${hit[0]}:${catalog.data.edition}`);
        return item === undefined ? [] : [item];
      });
      if (meanings.length < 2) continue;
      report({
        at: span,
        what: `${hit[0]} is ${meanings.map(item => `"${item.title}" in ${item.id}`).join(' and ')}`,
        why: 'Without its year the id names two risks (ISO/IEC 42001 clause 7.5.2)',
        next: 'Write the year behind it',
        fixes: meanings.map(item => ({
          title: `Change to ${item.id} (${item.title})`,
          kind: 'assist' as const,
          change: () => [editFile(document.path, { span, text: item.id })],
        })),
      });
    }
  },
});
