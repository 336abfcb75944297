import { textsAt } from '../../model/sectioned.ts';
import { at } from '../../text/span.ts';
import type { EntryFact } from '../../workspace/entry-facts.ts';
import type { Stated } from '../../workspace/facts.ts';
import { targetOf } from '../../workspace/target.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';
import { isUnfilledForm } from '../sections/form.ts';
import { systemOf } from '../sections/system.ts';
import { quoted } from '../wording.ts';

const SUPPLIERS = 'iso-42001:A.10.3';

/** A model of somebody else that the mapping's evidence on suppliers does not speak of. */
export const baseModelWithoutSupplierEvidence = defineRule({
  id: 'card/base-model-without-supplier-evidence',
  kinds: ['model-card'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A card builds on a base model, and the mapping of its system has no evidence under A.10.3 (suppliers) that speaks of it. Evidence that cannot be read here counts as speaking of it.',
  why: 'ISO/IEC 42001 A.10.3 asks that what suppliers provide is used in line with how the organisation develops and uses AI responsibly; for most models the base model is the weightiest thing that a supplier provides.',
  clauses: [SUPPLIERS, 'iso-42001:A.10.2'],
  standIns: ['card/template-not-filled'],
  bad: [
    `//- MODEL_CARD.md
---
license: mit
base_model: ⟦northwind/atlas-7b⟧
system: routing
---
# Ticket router

Sorts support tickets into twelve queues.
//- controls.yaml
clausewright: control-mapping/1
system: { id: routing, owner: jane@example.org }
controls:
  - id: A.10.3
    status: implemented
    evidence: docs/suppliers.md
//- docs/suppliers.md
# Suppliers

The data are bought from the ticket archive, whose contract names a quality of labels.
//- clausewright.yaml
rules: { mapping/missing-controls: off, card/missing-section: off, card/no-limitations: off, card/no-contact: off }
`,
  ],
  good: [
    `//- MODEL_CARD.md
---
license: mit
base_model: northwind/atlas-7b
system: routing
---
# Ticket router

Sorts support tickets into twelve queues.
//- controls.yaml
clausewright: control-mapping/1
system: { id: routing, owner: jane@example.org }
controls:
  - id: A.10.3
    status: implemented
    evidence: docs/suppliers.md
//- docs/suppliers.md
# Suppliers

Atlas 7B comes from Northwind under its own terms; we pin the revision and read its card at each update.
//- clausewright.yaml
rules: { mapping/missing-controls: off, card/missing-section: off, card/no-limitations: off, card/no-contact: off }
`,
    `---
base_model: northwind/atlas-7b
---
# Ticket router

Sorts support tickets into twelve queues; nothing governs it yet.
`,
    `//- MODEL_CARD.md
---
license: mit
base_model: northwind/atlas-7b
---
# Ticket router

Sorts support tickets into twelve queues; the mapping lacks an entry for suppliers, which it says itself.
//- controls.yaml
clausewright: control-mapping/1
system: { id: routing, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: planned
//- clausewright.yaml
rules: { mapping/missing-controls: off, card/missing-section: off, card/no-limitations: off, card/no-contact: off }
`,
  ],
  check(model, context) {
    const bases = textsAt(model.metadata, 'base_model').filter(each =>
      /^[\w-][\w .-]*(?:\/[\w .-]+)?$/.test(each.value.value),
    );
    const [first] = bases;
    const system = first === undefined ? undefined : context.derive(systemOf);
    if (first === undefined || system === undefined || context.derive(isUnfilledForm)) return;
    if (![system.data.framework, ...system.data.frameworks].includes('iso-42001')) return;
    const entries = context.graph.entriesIn(system.path, SUPPLIERS);
    // That the control has no entry at all is told with the others that have none.
    const [entry] = entries;
    if (entry === undefined || entries.some(({ data }) => isOpen(data))) return;
    const silent = bases.filter(base => !entries.some(entry => speaksOf(base.value.value, entry, context)));
    const [base] = silent;
    if (base === undefined) return;
    const name = quoted(base.value.value);
    context.report({
      at: at(base.start, base.value),
      what: `The model builds on ${name}, and no evidence of A.10.3 (suppliers) in ${entry.path} speaks of it`,
      why: 'What the base model was trained on, may be used for and fails at comes from a supplier, and an auditor asks how that was looked at (ISO/IEC 42001 A.10.3)',
      next: 'Link a record that names the base model, its revision, its terms and what was checked before it was used',
      controls: [SUPPLIERS],
      related: [{ path: entry.path, span: entry.span, message: 'The entry for A.10.3', fact: entry.key }],
    });
  },
});

/** Entries of which more would be told twice, or too early: planned ones, excluded ones and those without evidence. */
function isOpen({ status, applicable, evidence }: EntryFact): boolean {
  return status === 'planned' || !applicable || evidence.length === 0;
}

/** Whether some evidence of an entry names the model, or may do so where it cannot be read. */
function speaksOf(base: string, entry: Stated<EntryFact>, { graph, root }: WorkspaceContext): boolean {
  return entry.data.evidence.some(written => {
    const target = targetOf(written, entry.path, root);
    if (target.kind !== 'file') return true;
    const text = graph.text(target.path, target.fragment);
    return text === undefined || names(base, `${written}\n${text}`);
  });
}

/** Whether a text names a model: by its name, by the family it is of, or as "the base model". */
function names(base: string, text: string): boolean {
  const name = base.split('/').at(-1) ?? base;
  const family = /^[a-z]{4,}/i.exec(name)?.[0] ?? name;
  const bare = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const plain = bare(text);
  return (
    plain.includes(bare(name)) ||
    plain.includes(bare(family)) ||
    /\b(?:base|foundation|pre-?trained|upstream) models?\b/i.test(text)
  );
}
