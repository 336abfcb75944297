import type { Library } from '../../catalog/library.ts';
import type { Entry } from '../../model/entry.ts';
import type { MappingModel } from '../../model/mapping.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { at, type Span } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { defaultFramework } from '../../workspace/frameworks.ts';
import { replaceScalar } from '../../workspace/scaffold/replace-scalar.ts';
import { defineRule, type RuleContext } from '../define.ts';
import { draftNumbers } from './draft-numbers.ts';
import { proseMatcher } from './prose-matches.ts';
import { claimsOf, idsOf, referenceOf, type Written } from './written-ids.ts';

/** An edition that has been replaced, or never was. */
export const supersededEdition = defineRule({
  id: 'reference/superseded-edition',
  kinds: ['model-card', 'dataset-card', 'impact-assessment', 'control-mapping'],
  reads: 'document',
  severity: 'information',
  since: '0.1.0',
  summary:
    'An edition of a framework is named that has been replaced or was never published, or an article by the number it had in a draft.',
  why: 'Ids change their meaning between editions: a reader who looks one up in the edition that is named finds another control (ISO/IEC 42001 clause 7.5.2).',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `# Ticket router

We follow ⟦ISO/IEC 42001:2022⟧ and ⟦ISO/IEC 27001:2013⟧, and looked at ⟦LLM01:2025⟧.
Ids are those of ISO/IEC 42001 and ⟦ISO/IEC 27001:2013⟧.
`,
    `---
controls: A.6.2.4, ⟦ISO/IEC 27001:2013⟧, A.9.2
---
# Ticket router

Sorts support tickets into twelve queues.
`,
    `# Ticket router

Under the EU AI Act, ⟦Article 61⟧ (post-market monitoring) asks for a plan, and ⟦Art. 52⟧ for transparency.

<!-- evidence: ⟦ISO 42001:2022 A.5.2⟧ -->
`,
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: router, owner: jane@example.org }
controls:
  - id: ⟦ISO 42001:2022 A.5.2⟧
    status: planned
    satisfies: [⟦owasp-llm-2025:LLM03:2025⟧]
  - id: ⟦ISO/IEC 27001:2013 A.9.2.1⟧
    status: planned
`,
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: router, owner: jane@example.org, modelType: generative }
framework: ⟦owasp-llm-2025⟧
controls:
  - id: LLM03
    status: planned
`,
  ],
  good: [
    `# Ticket router

We follow ISO/IEC 42001:2023 and ISO/IEC 27001:2022, and looked at LLM01:2026. Under the EU AI Act, Article 72
(post-market monitoring) asks for a plan, and Article 52 says how models are classified.
`,
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: router, owner: jane@example.org }
controls:
  - id: ISO/IEC 42001:2023 A.5.2
    status: planned
    satisfies: [owasp-llm-2026:LLM04:2026]
`,
  ],
  check(model, context) {
    if (model.kind === 'control-mapping') checkMapping(model, context);
    else checkText(model, context);
  },
});

/** An edition behind a name, or the year of a list behind the number of its item. */
const YEAR = /:\s?(?:19|20)\d\d(?!\d)/;
const DATED_ITEM = /(?<![\w-])LLM\d\d:\s?20\d\d(?!\d)/g;

const linesWithYears = proseMatcher(YEAR, /[^\r\n]+/g);

function checkText(model: SectionedModel, context: RuleContext): void {
  const { library } = context;
  for (const { hit, span } of linesWithYears(model)) {
    const tell = (from: number, text: string, replaced: Replaced | undefined): void => {
      const place = { start: span.start + from, end: span.start + from + text.length };
      if (replaced !== undefined) reportEdition(text, place, replaced, context);
    };
    if (!YEAR.test(hit[0])) continue;
    for (const { start, end } of library.namesIn(hit[0])) {
      const named = hit[0].slice(start, end);
      const year = YEAR.exec(named);
      const text = year === null ? '' : named.slice(0, year.index + year[0].length);
      tell(start, text, replacedEdition(text, library));
    }
    for (const item of hit[0].matchAll(DATED_ITEM)) tell(item.index, item[0], replacedItem(item[0], library));
  }
  for (const { span, written, item, note } of draftNumbers(model, context))
    reportEdition(written, span, { instead: item.id, note }, context);
  for (const each of claimsOf(model)) checkWritten(each, model, context);
}

function checkMapping(model: MappingModel, context: RuleContext): void {
  const named = [...(model.framework === undefined ? [] : [model.framework]), ...model.frameworks];
  const told = new Set<string>();
  for (const { start, value } of named) {
    const successor = successorOf(value.value, context.library);
    if (successor === undefined) continue;
    told.add(value.value);
    reportEdition(value.value, at(start, value), successor, context, true);
  }
  const name = `superseded ${defaultFramework(model, context.scope.framework)}`;
  for (const { start, value: entry } of model.entries) {
    const found = context.remember(entry, name, () => supersededIn(entry, model, context));
    for (const { field, framework, replaced } of found)
      if (framework === undefined || !told.has(framework))
        reportEdition(field.value.trim(), at(start, field), replaced, context, true);
  }
}

/** The ids of an entry that are out of date, with their framework. */
function supersededIn(entry: Entry, model: MappingModel, context: RuleContext) {
  return idsOf(entry).flatMap(field => {
    const replaced = replacedId(field.value, model, context);
    const framework = referenceOf(field.value, model, context)?.catalog.id;
    return replaced === undefined ? [] : [{ field, framework, replaced }];
  });
}

/** An id in a place of its own, with an edition before it or a year behind it. */
function checkWritten({ span, id }: Written, model: SectionedModel, context: RuleContext): void {
  const replaced = replacedId(id, model, context);
  if (replaced !== undefined) reportEdition(id.trim(), span, replaced, context, true);
}

function replacedId(
  id: string,
  model: SectionedModel | MappingModel,
  context: RuleContext,
): Replaced | undefined {
  const { library } = context;
  const reference = referenceOf(id, model, context);
  const edition = replacedEdition(id, library);
  if (edition !== undefined || reference?.item === undefined) return edition;
  return nextOf(reference.catalog.qualified(reference.item), library);
}

interface Replaced {
  /** What to write instead; undefined where the number means something else in the present edition. */
  readonly instead: string | undefined;
  readonly note: string;
}

/** `ISO/IEC 27001:2013`: a framework with an edition that its catalog lists among the others. */
function replacedEdition(text: string, library: Library): Replaced | undefined {
  const name = library.nameIn(text.trim());
  const head = name === undefined ? undefined : library.heads.find(each => each.id === name.framework);
  const other = head?.otherEditions?.find(each => each.edition === name?.edition);
  if (name === undefined || head === undefined || other === undefined) return undefined;
  const verb = other.status === 'never-published' ? 'was never published' : 'has been replaced';
  const known = name.rest === '' || library.catalog(head.id)?.find(name.rest) !== undefined;
  return {
    instead: known ? text.trim().replace(other.edition, head.edition.slice(0, 4)) : undefined,
    note: `this edition ${verb}; ${other.note}`,
  };
}

/** `LLM01:2025`: an item that another one has taken the place of. */
function replacedItem(text: string, library: Library): Replaced | undefined {
  const year = /:\s?(\d{4})$/.exec(text)?.[1];
  const framework = library.heads.find(head => head.id.endsWith(`-${year}`) && /^LLM\d/.test(text))?.id;
  const item = framework === undefined ? undefined : library.catalog(framework)?.find(text);
  const next = item === undefined ? undefined : nextOf(`${framework}:${item.id}`, library);
  if (next?.instead === undefined) return next;
  return { ...next, instead: next.instead.slice(next.instead.indexOf(':') + 1) };
}

/** What has taken the place of an item, as a qualified id. */
function nextOf(qualified: string, library: Library): Replaced | undefined {
  const known = library.item(qualified);
  const instead = known?.item.supersededBy;
  const next = instead === undefined ? undefined : library.item(instead);
  if (known === undefined || next === undefined) return undefined;
  return {
    instead,
    note: `"${known.item.title}" stands at ${next.item.id} ("${next.item.title}") in the present list`,
  };
}

/** A framework that has been replaced as a whole: its items have successors in another one. */
function successorOf(framework: string, library: Library): Replaced | undefined {
  const head = library.heads.find(each => each.id === framework);
  const next = library.heads.find(
    each =>
      each.id !== framework &&
      each.names.some(name => head?.names.includes(name) === true) &&
      each.otherEditions?.some(other => other.edition === head?.edition) === true,
  );
  const other = next?.otherEditions?.find(each => each.edition === head?.edition);
  if (next === undefined || other === undefined) return undefined;
  return { instead: next.id, note: `this edition has been replaced; ${other.note}` };
}

function reportEdition(
  text: string,
  span: Span,
  { instead, note }: Replaced,
  { document, report }: RuleContext,
  scalar = false,
): void {
  report({
    at: span,
    what: `${text}: ${note.replace(/\.$/, '')}`,
    why: 'Ids change their meaning between editions, so that a reader finds another control under the same id (ISO/IEC 42001 clause 7.5.2)',
    next:
      instead === undefined
        ? 'Look up what has become of it in the present edition'
        : `Check what is meant and write ${instead}`,
    fixes:
      instead === undefined
        ? []
        : [
            {
              title: `Change to ${instead}`,
              kind: 'assist',
              change: () => [
                editFile(
                  document.path,
                  scalar && document.kind === 'control-mapping'
                    ? replaceScalar(document.source.text, span, instead)
                    : { span, text: instead },
                ),
              ],
            },
          ],
  });
}
