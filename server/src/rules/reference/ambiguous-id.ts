import type { KnownItem } from '../../catalog/library.ts';
import { DATED, isToldByTitle, meaningsOf, UNDATED } from '../../catalog/undated.ts';
import type { Entry } from '../../model/entry.ts';
import type { Field } from '../../model/field.ts';
import type { MappingModel } from '../../model/mapping.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { at, type Span } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Fix } from '../../workspace/finding.ts';
import { defaultFramework } from '../../workspace/frameworks.ts';
import { defineRule, type RuleContext } from '../define.ts';
import { listed } from '../wording.ts';
import { proseMatcher } from './prose-matches.ts';
import { sharedIds } from './shared-ids.ts';
import { claimsOf, idsOf, referenceOf } from './written-ids.ts';

const MOST_NAMED = 8;

/** An id that means one thing in one list and another in the next. */
export const ambiguousId = defineRule({
  id: 'reference/ambiguous-id',
  kinds: ['model-card', 'dataset-card', 'impact-assessment', 'control-mapping'],
  reads: 'document',
  severity: 'information',
  since: '0.1.0',
  summary:
    'An id has two meanings: an OWASP LLM id without its year, or a bare id of a mapping that names two frameworks which both have it, and no default.',
  why: 'The OWASP lists of 2025 and 2026 number their risks differently, and A.5.2 is one control of ISO/IEC 42001 and another of ISO/IEC 27001: a reader cannot tell which is meant (ISO/IEC 42001 clause 7.5.2).',
  clauses: ['iso-42001:7.5.2'],
  sources: ['OWASP Top 10 for LLM applications, 2025 and 2026'],
  bad: [
    `# Support assistant

Prompts are screened for ⟦LLM01⟧ before they reach the model, and answers for LLM02.
`,
    `# Support assistant

Prompts are screened before they reach the model.

<!-- evidence: ⟦LLM03⟧ -->
`,
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: assistant, owner: jane@example.org, modelType: generative }
controls:
  - id: ⟦LLM03⟧
    status: planned
`,
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: assistant, owner: jane@example.org }
frameworks: [⟦iso-42001⟧, iso-27001]
controls:
  - id: A.5.2
    status: planned
  - id: A.8.3
    status: planned
`,
  ],
  good: [
    `# Support assistant

Prompts are screened for LLM01:2026 before they reach the model. The model LLM01-small is not used.
`,
    `# Support assistant

After the OWASP Top 10 for LLM Applications 2025, prompts are screened for LLM01 and packages for LLM03.
`,
    `# Support assistant

Prompts are screened, and packages are pinned (LLM03 Supply Chain).
`,
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: assistant, owner: jane@example.org }
framework: iso-42001
frameworks: [iso-27001]
controls:
  - id: A.5.2
    status: planned
  - id: iso-27001:A.5.3
    status: planned
`,
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: assistant, owner: jane@example.org, modelType: generative }
framework: owasp-llm-2026
controls:
  - id: LLM03
    status: planned
`,
  ],
  check(model, context) {
    if (model.kind === 'control-mapping') {
      reportUndated(undatedEntries(model, context), context);
      sharedIds(model, context);
    } else reportUndated([...undatedClaims(model, context), ...undatedInProse(model, context)], context);
  },
});

interface Undated {
  readonly span: Span;
  readonly id: string;
  readonly meanings: readonly KnownItem[];
}

const NONE: readonly Undated[] = [];

function undatedEntries(model: MappingModel, context: RuleContext): Undated[] {
  const name = `undated ${defaultFramework(model, context.scope.framework)}`;
  const undatedIn = (entry: Entry): readonly Field<string>[] =>
    idsOf(entry).filter(({ value }) => meaningsUnsaid(value, model, context).length > 0);
  return model.entries.flatMap(({ start, value }) => {
    const ids = context.remember(value, name, undatedIn);
    return ids.length === 0
      ? NONE
      : ids.flatMap(field => undated(at(start, field), field.value, model, context));
  });
}

function undatedClaims(model: SectionedModel, context: RuleContext): Undated[] {
  return claimsOf(model).flatMap(({ span, id }) => undated(span, id, model, context));
}

function undated(
  span: Span,
  id: string,
  model: SectionedModel | MappingModel,
  context: RuleContext,
): Undated[] {
  const meanings = meaningsUnsaid(id, model, context);
  return meanings.length === 0 ? [] : [{ span, id: id.trim(), meanings }];
}

/** What an id may mean where the document does not say which. */
function meaningsUnsaid(
  id: string,
  model: SectionedModel | MappingModel,
  context: RuleContext,
): readonly KnownItem[] {
  const meanings = meaningsOf(id, context.library);
  return meanings.length === 0 || referenceOf(id, model, context)?.item !== undefined ? [] : meanings;
}

const undatedLines = proseMatcher(/\bLLM\d\d\b/, UNDATED);

/** The undated ids in running text, unless the document says somewhere which edition it means. */
function undatedInProse(model: SectionedModel, { library }: RuleContext): Undated[] {
  const found = undatedLines(model);
  if (found.length === 0) return [];
  if (model.body?.sections.some(({ value }) => DATED.test(value.text)) === true) return [];
  return found.flatMap(({ hit, span, line }) => {
    const meanings = meaningsOf(hit[0], library);
    const after = line.text.slice(hit.index + hit[0].length);
    return meanings.length === 0 || isToldByTitle(after, meanings) ? [] : [{ span, id: hit[0], meanings }];
  });
}

/** All of them in one finding, at the first: what is missing is one year. */
function reportUndated(found: readonly Undated[], { document, report }: RuleContext): void {
  const first = found.toSorted((a, b) => a.span.start - b.span.start)[0];
  if (first === undefined) return;
  const others = [...new Set(found.map(each => each.id))].filter(id => id !== first.id);
  const also = others.length === 0 ? '' : `; ${listed(others, MOST_NAMED)} stand without a year as well`;
  report({
    at: first.span,
    what: `${first.id} is ${first.meanings.map(({ item }) => `"${item.title}" in ${item.id}`).join(' and ')}${also}`,
    why: 'Without its year the id names two risks (ISO/IEC 42001 clause 7.5.2)',
    next: 'Write the year behind it',
    fixes: first.meanings.map(
      ({ catalog, item }): Fix => ({
        title:
          others.length === 0
            ? `Change to ${item.id} (${item.title})`
            : `Write the year ${catalog.data.edition} behind all of them`,
        kind: 'assist',
        change: () => [
          editFile(
            document.path,
            ...found.flatMap(({ span, meanings }) => {
              const meant = meanings.find(each => each.catalog === catalog);
              return meant === undefined ? [] : [{ span, text: dated(meant, document.kind) }];
            }),
          ),
        ],
      }),
    ),
  });
}

/** In a mapping an id of another framework than the default one names it. */
function dated({ catalog, item }: KnownItem, kind: string): string {
  return kind === 'control-mapping' ? catalog.qualified(item) : item.id;
}
