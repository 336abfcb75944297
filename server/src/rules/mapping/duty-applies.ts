import type { Catalog } from '../../catalog/catalog.ts';
import { datesFor, scopeFor, traitsKey } from '../../catalog/scope.ts';
import type { Item, ItemDate } from '../../catalog/types.ts';
import type { MappingModel } from '../../model/mapping.ts';
import { at, type Span } from '../../text/span.ts';
import { daysBetween } from '../../workspace/evidence/dates.ts';
import type { MappingFact } from '../../workspace/mapping-facts.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';
import { listed } from '../wording.ts';

const MOST_NAMED = 6;
const DAYS_A_MONTH = 30.5;

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
    `clausewright: control-mapping/1
system: { id: images, owner: jane@example.org, role: provider, riskClass: limited }
framework: iso-42001
frameworks: [⟦eu-ai-act⟧] # Art. 50(2), for systems that are on the market already
controls:
  - id: A.6.2.4
    status: planned
`,
    `//- controls.yaml
clausewright: control-mapping/1
⟦system⟧: { id: scoring, owner: jane@example.org, role: deployer, riskClass: high }
controls:
  - id: A.6.2.4
    status: planned
//- clausewright.yaml
frameworks: [iso-42001, eu-ai-act]
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
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org, role: deployer, riskClass: minimal }
framework: iso-42001
frameworks: [nist-ai-rmf] # voluntary, without dates
controls:
  - id: A.6.2.4
    status: planned
`,
  ],
  check(mapping, context) {
    const traits = context.graph.mapping(context.document.path)?.data;
    if (traits === undefined) return;
    for (const { framework, span } of lawsOf(mapping, context)) {
      const catalog = context.library.catalog(framework);
      if (catalog !== undefined) reportDuties(catalog, span, traits, context);
    }
  },
});

type Context = WorkspaceContext<{ readonly months: { readonly default: 18; readonly description: string } }>;

/** The frameworks that the mapping names, and those that configuration puts in scope of it. */
function lawsOf(
  mapping: MappingModel,
  { scope }: Pick<Context, 'scope'>,
): { framework: string; span: Span }[] {
  const named = [...(mapping.framework === undefined ? [] : [mapping.framework]), ...mapping.frameworks].map(
    ({ start, value }) => ({ framework: value.value, span: at(start, value) }),
  );
  const { system } = mapping;
  if (system === undefined) return named;
  const span = at(system.start, system.value.key);
  const configured = scope.frameworks
    .filter(framework => !named.some(each => each.framework === framework))
    .map(framework => ({ framework, span }));
  return [...named, ...configured];
}

/** Duties that begin together, for the same reason. */
interface Beginning {
  readonly date: ItemDate;
  readonly items: Item[];
}

/** The duties that begin within the coming time, soonest first. */
function beginnings(
  catalog: Catalog,
  traits: MappingFact,
  { today, options }: Pick<Context, 'today' | 'options'>,
): readonly Beginning[] {
  const coming = new Map<string, Beginning>();
  for (const item of catalog.controls) {
    if (!scopeFor(catalog, item, traits).inScope) continue;
    for (const date of datesFor(catalog, item, traits)) {
      const days = daysBetween(today, date.from);
      if (days <= 0 || days > options.months * DAYS_A_MONTH) continue;
      const key = `${date.from} ${date.note ?? ''} ${date.was ?? ''}`;
      const beginning = coming.get(key) ?? { date, items: [] };
      if (!beginning.items.includes(item)) beginning.items.push(item);
      coming.set(key, beginning);
    }
  }
  return [...coming.values()].sort((a, b) => (a.date.from < b.date.from ? -1 : 1));
}

function reportDuties(catalog: Catalog, span: Span, traits: MappingFact, context: Context): void {
  const { today, options, report } = context;
  const name = `duties ${today} ${options.months} ${traitsKey(traits)}`;
  const groups = context.remember(catalog, name, () => beginnings(catalog, traits, context));
  if (groups.length === 0) return;
  report({
    at: span,
    what: `Duties of ${catalog.data.name} begin to apply to this system: ${groups.map(each => worded(each, today)).join('; ')}`,
    why: 'Requirements of law belong to what the management system has to meet (ISO/IEC 42001 clause 4.2)',
    next: 'Plan the evidence for them; hover an id for the source of its date',
    controls: [...new Set(groups.flatMap(each => each.items.map(item => catalog.qualified(item))))],
  });
}

function worded({ date: { from, note, was }, items }: Beginning, today: string): string {
  const days = daysBetween(today, from);
  const ids = listed(
    items.map(item => item.id),
    MOST_NAMED,
  );
  const reason = note === undefined ? '' : ` (${note.replace(/\.$/, '')})`;
  const before = was === undefined ? '' : `, before the amendment ${was}`;
  return `from ${from}${before}, in ${days} ${days === 1 ? 'day' : 'days'}, ${ids}${reason}`;
}
