import { datesFor, scopeFor } from '../../catalog/scope.ts';
import type { Item } from '../../catalog/types.ts';
import { at } from '../../text/span.ts';
import { daysBetween } from '../../workspace/evidence/dates.ts';
import { defineRule } from '../define.ts';

/** The day on which duties of a law begin to apply to this system. */
export const dutyApplies = defineRule({
  id: 'mapping/duty-applies',
  kinds: ['control-mapping'],
  reads: 'workspace',
  severity: 'information',
  since: '0.1.0',
  summary: 'Duties of a law in scope begin to apply to this system within the coming time.',
  why: 'ISO/IEC 42001 clause 4.2 asks for the requirements of interested parties, laws among them; the dates of the EU AI Act differ by role and risk class.',
  clauses: ['iso-42001:4.2'],
  options: {
    months: { default: 18, description: 'How many months ahead to look' },
  },
  bad: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org, role: provider, riskClass: high }
framework: iso-42001
frameworks: [⟦eu-ai-act⟧]
controls:
  - id: A.6.2.4
    status: planned
`,
  ],
  good: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org, role: provider, riskClass: high }
framework: iso-42001
controls:
  - id: A.6.2.4
    status: planned
`,
  ],
  check(mapping, { document, graph, library, today, options, report }) {
    const traits = graph.mapping(document.path)?.data;
    if (traits === undefined) return;
    const named = [...(mapping.framework === undefined ? [] : [mapping.framework]), ...mapping.frameworks];
    for (const { start, value } of named) {
      const catalog = library.catalog(value.value);
      if (catalog === undefined) continue;
      const coming = new Map<string, Item[]>();
      for (const item of catalog.controls) {
        if (!scopeFor(catalog, item, traits).inScope) continue;
        const next = datesFor(catalog, item, traits).find(date => daysBetween(today, date.from) > 0);
        if (next === undefined || daysBetween(today, next.from) > options.months * 30.5) continue;
        coming.set(next.from, [...(coming.get(next.from) ?? []), item]);
      }
      if (coming.size === 0) continue;
      const groups = [...coming].sort(([a], [b]) => (a < b ? -1 : 1));
      report({
        at: at(start, value),
        what: `Duties of ${catalog.data.name} begin to apply to this system: ${groups.map(([date, items]) => worded(date, items, today)).join('; ')}`,
        why: 'Requirements of law belong to what the management system has to meet (ISO/IEC 42001 clause 4.2)',
        next: 'Plan the evidence for them; hover an id for the source of its date',
        controls: groups.flatMap(([, items]) => items.map(item => catalog.qualified(item))),
      });
    }
  },
});

function worded(date: string, items: readonly Item[], today: string): string {
  const listed = items
    .slice(0, 6)
    .map(item => item.id)
    .join(', ');
  const more = items.length > 6 ? ` and ${items.length - 6} more` : '';
  return `from ${date}, in ${daysBetween(today, date)} days, ${listed}${more}`;
}
