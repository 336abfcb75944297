import type { Library } from '../../catalog/library.ts';
import type { Span } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { defineRule, type RuleContext } from '../define.ts';
import { matchesIn } from './prose-lines.ts';

/** An edition that has been replaced, or never was. */
export const supersededEdition = defineRule({
  id: 'reference/superseded-edition',
  kinds: ['model-card', 'dataset-card', 'impact-assessment'],
  reads: 'document',
  severity: 'information',
  since: '0.1.0',
  summary: 'The text names an edition of a framework that has been replaced, or that was never published.',
  why: 'Ids change their meaning between editions: a reader who looks one up in the edition that is named finds another control (ISO/IEC 42001 clause 7.5.2).',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `# Ticket router

We follow ⟦ISO/IEC 42001:2022⟧ and ⟦ISO/IEC 27001:2013⟧, and looked at ⟦LLM01:2025⟧.
`,
  ],
  good: [
    `# Ticket router

We follow ISO/IEC 42001:2023 and ISO/IEC 27001:2022, and looked at LLM01:2026.
`,
  ],
  check(model, context) {
    for (const { hit, span } of matchesIn(
      model,
      /:\s?(?:19|20)\d\d/,
      /[A-Za-z][\w/ -]{1,40}?[\d\w]:\s?((?:19|20)\d\d)\b/g,
    )) {
      const text = hit[0];
      const lead = Math.max(0, text.search(/(?:ISO|IEC|NIST|OWASP|LLM\d\d)/));
      const named = text.slice(lead);
      const at = { start: span.start + lead, end: span.end };
      const replaced = replacedEdition(named, context.library) ?? replacedItem(named, context.library);
      if (replaced !== undefined) reportEdition(named, at, replaced, context);
    }
  },
});

interface Replaced {
  /** What to write instead. */
  readonly instead: string;
  readonly note: string;
}

/** `ISO/IEC 27001:2013`: a framework with an edition that its catalog lists among the others. */
function replacedEdition(text: string, library: Library): Replaced | undefined {
  const name = library.nameIn(text);
  const head = name === undefined ? undefined : library.heads.find(each => each.id === name.framework);
  const other = head?.otherEditions?.find(each => each.edition === name?.edition);
  if (head === undefined || other === undefined) return undefined;
  const verb = other.status === 'never-published' ? 'was never published' : 'has been replaced';
  return {
    instead: text.replace(/:\s?\d{4}$/, `:${head.edition.slice(0, 4)}`),
    note: `this edition ${verb}; ${other.note}`,
  };
}

/** `LLM01:2025`: an item that another one has taken the place of. */
function replacedItem(text: string, library: Library): Replaced | undefined {
  const year = /:\s?(\d{4})$/.exec(text)?.[1];
  const framework = library.heads.find(head => head.id.endsWith(`-${year}`) && /^LLM\d/.test(text))?.id;
  const item = framework === undefined ? undefined : library.catalog(framework)?.find(text);
  const next = item?.supersededBy === undefined ? undefined : library.item(item.supersededBy);
  if (item === undefined || next === undefined) return undefined;
  return {
    instead: next.item.id,
    note: `"${item.title}" stands at ${next.item.id} ("${next.item.title}") in the present list`,
  };
}

function reportEdition(
  text: string,
  span: Span,
  { instead, note }: Replaced,
  { document, report }: RuleContext,
): void {
  report({
    at: span,
    what: `${text}: ${note}`,
    why: 'Ids change their meaning between editions, so that a reader finds another control under the same id (ISO/IEC 42001 clause 7.5.2)',
    next: `Check what is meant and write ${instead}`,
    fixes: [
      {
        title: `Change to ${instead}`,
        kind: 'assist',
        change: () => [editFile(document.path, { span, text: instead })],
      },
    ],
  });
}
