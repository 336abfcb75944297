import type { Catalog } from '../../catalog/catalog.ts';
import { existsUnlisted } from '../../catalog/left-out.ts';
import { type Mention, mentionsIn } from '../../catalog/mentions.ts';
import type { Item } from '../../catalog/types.ts';
import { type IdLine, idLinesIn, standardsNamedIn } from '../../model/id-lines.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import type { Span } from '../../text/span.ts';
import type { RuleContext } from '../define.ts';
import { defineRule } from '../define.ts';
import { type Intended, intendedFor, replacement } from './intended.ts';
import { claimsOf, type Written } from './written-ids.ts';

const FRAMEWORK = 'iso-42001';

/** An id that a document takes for a control of ISO/IEC 42001, and that is none. */
export const unknownControlReference = defineRule({
  id: 'reference/unknown-control',
  kinds: ['model-card', 'dataset-card', 'impact-assessment'],
  reads: 'document',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'The text, an evidence comment or "controls:" names an id that ISO/IEC 42001 does not have, or the line that states an objective.',
  why: 'A reader who looks the id up finds nothing, and a claim under a wrong id is evidence for no control (ISO/IEC 42001 clause 7.5.3).',
  clauses: ['iso-42001:7.5.3'],
  standIns: ['reference/ambiguous-id', 'reference/superseded-edition'],
  bad: [
    `# Ticket router

Sorts support tickets into twelve queues. This card serves ISO/IEC 42001 ⟦A.7.1⟧ and A.7.2.
`,
    `---
license: mit
system: router
controls: [A.6.2.4, ⟦A.6.2.9⟧]
---
# Ticket router

Sorts support tickets into twelve queues.

## Evaluation

<!-- evidence: A.6.2.4, ⟦A.4.1⟧ -->
Macro F1 of 0.88.
`,
  ],
  good: [
    `# Ticket router

Sorts support tickets into twelve queues. This card serves ISO/IEC 42001 A.7.2 and ISO/IEC 27001 A.5.1.
Section A.7.1 of our own manual says more.

\`\`\`
ISO/IEC 42001 A.7.1
\`\`\`
`,
  ],
  check(model, context) {
    for (const claim of claimsOf(model)) checkClaim(claim, context);
    checkProse(model, context);
  },
});

/** Short and with a number: free text in such a comment is no id. */
const ID_LIKE = /^(?=.*\d)[^\s#/\\][^\r\n#\\]{0,39}$/;

function checkClaim({ span, id }: Written, context: RuleContext): void {
  const reference = ID_LIKE.test(id) ? context.library.resolve(id, context.scope.framework) : undefined;
  if (reference === undefined) return;
  const { catalog, item, written } = reference;
  if (item !== undefined && !isObjective(item)) return;
  if (item === undefined && !/^[A-Za-z][\w .()-]*$/.test(written)) return;
  if (item === undefined && context.library.resolveAll(id, context.scope.framework).length > 1) return;
  // Another rule tells of earlier editions and of ids without their year.
  if (item === undefined && existsUnlisted(id, reference, context.library)) return;
  report({ span, written: id, after: '', catalog, item }, context);
}

function checkProse(model: SectionedModel, context: RuleContext): void {
  const sections = model.body?.sections ?? [];
  const catalog = context.library.catalog(FRAMEWORK);
  let alone: boolean | undefined;
  const isAlone = (): boolean => {
    alone ??= namesNothingElse(model);
    return alone;
  };
  for (const { start, value } of sections) {
    for (const line of value.derive(idLinesIn)) {
      if (catalog === undefined || line.ids.every(id => isControl(catalog.find(id)))) continue;
      if (!line.text.includes('42001') && !isAlone()) continue;
      for (const mention of mentionsIn(line.text, context.library, [FRAMEWORK])) {
        if (!isWrong(mention, line) || !(isNamedIn(line, mention) || isAlone())) continue;
        const span = { start: start + line.from + mention.start, end: start + line.from + mention.end };
        const after = line.text.slice(mention.end, mention.end + 120);
        report(
          { span, written: mention.written, after, catalog: mention.catalog, item: mention.item },
          context,
        );
      }
    }
  }
}

/** Whether the document names ISO/IEC 42001 and nothing whose ids look the same. */
function namesNothingElse(model: SectionedModel): boolean {
  const named = (model.body?.sections ?? []).map(({ value }) => value.derive(standardsNamedIn));
  return named.some(each => each.management) && !named.some(each => each.other);
}

/** Whether the line itself says that its ids are those of ISO/IEC 42001. */
function isNamedIn(line: IdLine, mention: Mention): boolean {
  return mention.explicit || (/\b42001\b/.test(line.text) && !/\b(?:27\d{3}|20000|22301)\b/.test(line.text));
}

function isWrong({ catalog, item, written, start, end }: Mention, { text }: IdLine): boolean {
  if (catalog.id !== FRAMEWORK) return false;
  if (/[/#=&?@\\]/.test(text.charAt(start - 1))) return false; // part of a link
  const around = text.slice(Math.max(0, start - 40), end + 60);
  if (item === undefined) return /^[Cc]lause/.test(written) ? isClauseNumber(written) : true;
  // "Objective A.5.1" and ranges such as "A.5.1-A.5.5" mean the line itself.
  return (
    isObjective(item) &&
    !/objective/i.test(around) &&
    !/^\s*(?:-|–|—|to|through|\.\.+)\s*A?[.\d]/.test(text.slice(end))
  );
}

/** Clauses 1 to 3 exist and say nothing that can be evidenced; beyond 10 there are none. */
function isClauseNumber(written: string): boolean {
  return Number(/\d+/.exec(written)?.[0] ?? 0) >= 4;
}

/** Whether an id leads to something that can be evidenced; most lines hold no other, and need no closer look. */
function isControl(item: Item | undefined): boolean {
  return item !== undefined && !isObjective(item);
}

function isObjective(item: Item): boolean {
  return item.kind === 'objective';
}

interface Wrong {
  readonly span: Span;
  readonly written: string;
  /** The text behind the id, which often gives the title that was meant. */
  readonly after: string;
  readonly catalog: Catalog;
  readonly item: Item | undefined;
}

function report({ span, written, after, catalog, item }: Wrong, context: RuleContext): void {
  const name = catalog.data.names[0] ?? catalog.data.name;
  const intended: Intended = intendedFor(written, after, catalog, item);
  const { best, others } = intended;
  const text = best === undefined ? undefined : replacement(written, best);
  context.report({
    at: span,
    what:
      item === undefined
        ? `${name} has no "${written}"`
        : `"${written}" states the objective of ${item.parent ?? 'its group'} in ${name}; it is no control`,
    why: 'A reader who looks it up finds nothing to check, and evidence under it counts for no control (ISO/IEC 42001 clause 7.5.3)',
    next:
      others.length > 0
        ? `Name the control that is meant: ${others.map(each => `${each.id} (${each.title})`).join(', ')}`
        : best === undefined
          ? `Look the id up in the ${catalog.data.edition} edition`
          : `Did you mean ${best.id} (${best.title})?`,
    controls: best === undefined ? [] : [catalog.qualified(best)],
    fixes:
      text === undefined || best === undefined
        ? []
        : [
            {
              title: `Change to ${text} (${best.title})`,
              kind: 'assist',
              change: () => [{ kind: 'edit', path: context.document.path, edits: [{ span, text }] }],
            },
          ],
  });
}
