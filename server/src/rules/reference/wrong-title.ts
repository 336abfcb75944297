import { type Catalog, titleKey } from '../../catalog/catalog.ts';
import type { Library } from '../../catalog/library.ts';
import { mayMention, mentionsIn } from '../../catalog/mentions.ts';
import type { Item } from '../../catalog/types.ts';
import type { Entry } from '../../model/entry.ts';
import { textField } from '../../model/field.ts';
import type { MappingModel } from '../../model/mapping.ts';
import { proseLinesIn } from '../../model/prose-lines.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import type { Section } from '../../syntax/markdown/section.ts';
import { at, type Local, type Span } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { defaultFramework } from '../../workspace/frameworks.ts';
import { replaceScalar } from '../../workspace/scaffold/replace-scalar.ts';
import { defineRule, type RuleContext } from '../define.ts';
import { referenceOf } from './written-ids.ts';

/** An id with another control's title behind it. */
export const wrongTitle = defineRule({
  id: 'reference/wrong-title',
  kinds: ['model-card', 'dataset-card', 'impact-assessment', 'control-mapping'],
  reads: 'document',
  severity: 'warning',
  since: '0.1.0',
  summary: "An id is followed by another control's title, in text or in an entry of a mapping.",
  why: 'Either the id or the title is wrong, and a reader cannot tell which (ISO/IEC 42001 clause 7.5.2).',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `# Ticket router

This section serves ISO/IEC 42001 ⟦A.7.2⟧ Data provenance.

| NIST AI RMF | Title |
|---|---|
| NIST AI RMF ⟦GV-1.1⟧ | Executives own AI risk decisions |
`,
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: router, owner: jane@example.org }
controls:
  - id: ⟦A.7.2⟧ # Data provenance
    status: planned
  - id: ⟦A.7.6 AI system impact assessment process⟧
    status: planned
  - id: ⟦A.6.2.4⟧
    title: AI system deployment
    status: planned
`,
  ],
  good: [
    `# Ticket router

This section serves ISO/IEC 42001 A.7.5 Data provenance, and A.7.2 where data is concerned.
`,
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: router, owner: jane@example.org }
controls:
  - id: A.7.5 # data provenance
    status: planned
  - id: A.5.2 AI system impact assessment process
    status: planned
  - id: A.6.2.4
    title: Is it tested?
    status: planned # AI system deployment
`,
  ],
  check(model, context) {
    if (model.kind === 'control-mapping') checkEntries(model, context);
    else checkProse(model, context);
  },
});

interface Found {
  readonly span: Span;
  /** The id as written. */
  readonly written: string;
  readonly catalog: Catalog;
  readonly item: Item;
  /** The control whose title stands behind the id. */
  readonly named: Item;
}

function checkProse(model: SectionedModel, context: RuleContext): void {
  const { framework } = context.scope;
  const name = `wrong title in prose ${framework}`;
  for (const { start, value } of model.body?.sections ?? []) {
    if (!mayMention(value.text)) continue;
    for (const { from, to, fix, ...found } of context.remember(value, name, () =>
      wrongTitlesIn(value, framework, context.library),
    )) {
      const span = at(start, { from, to });
      reportTitle({ span, ...found }, context, () => [editFile(context.document.path, { span, text: fix })]);
    }
  }
}

/** A wrong title in a section; its place is local to it. */
interface FoundInProse extends Omit<Found, 'span'>, Local {
  /** The id that the title belongs to, written as the wrong one is. */
  readonly fix: string;
}

function wrongTitlesIn(section: Section, framework: string, library: Library): FoundInProse[] {
  return section.derive(proseLinesIn).flatMap(line =>
    mentionsIn(line.text, library, [framework]).flatMap(({ item, catalog, written, start, end }) => {
      const named = item === undefined ? undefined : titleBehind(line.text.slice(end), catalog);
      if (item === undefined || named === undefined || titleKey(named.title) === titleKey(item.title))
        return [];
      const text = written.slice(0, LONGEST).replace(/A[.-]\d[\d.-]*|\d[\d.]*$/, named.id);
      const fix = text.includes(named.id) ? text : named.id;
      return [{ from: line.from + start, to: line.from + end, written, catalog, item, named, fix }];
    }),
  );
}

/** No id is longer, whatever stands around it. */
const LONGEST = 260;

function checkEntries(model: MappingModel, context: RuleContext): void {
  const { document } = context;
  const name = `wrong title ${defaultFramework(model, context.scope.framework)}`;
  for (const { start, value } of model.entries) {
    const { id } = value;
    if (id === undefined || value.faulty) continue;
    const span = at(start, id);
    const found = context.remember(value, name, () => otherTitled(id.value, span, value, model, context));
    if (found === undefined) continue;
    const text = id.value.replace(found.written, found.named.id);
    reportTitle({ span, ...found }, context, () => [
      editFile(document.path, replaceScalar(document.source.text, span, text)),
    ]);
  }
}

/** An entry's id with the title of another control, on its line or as `title`. */
function otherTitled(
  id: string,
  span: Span,
  entry: Entry,
  model: MappingModel,
  context: RuleContext,
): Omit<Found, 'span'> | undefined {
  const reference = referenceOf(id, model, context);
  if (reference?.item === undefined) return undefined;
  const { catalog, item, written } = reference;
  const title =
    reference.title ?? textField(entry.fields.get('title'))?.value ?? commentBehind(span, entry, context);
  const named = title === undefined ? undefined : titled(title, catalog);
  if (named === undefined || titleKey(named.title) === titleKey(item.title)) return undefined;
  return { written, catalog, item, named };
}

/** The comment on the line of an id, when nothing else stands between. */
function commentBehind(span: Span, { keyed }: Entry, { document }: RuleContext): string | undefined {
  const rest = /^[^\r\n]{0,200}/.exec(document.source.text.slice(span.end, span.end + 200))?.[0] ?? '';
  return (keyed ? /^["']?\s*:\s+#\s*(.+)$/ : /^["']?\s+#\s*(.+)$/).exec(rest)?.[1];
}

function reportTitle(
  { span, written, catalog, item, named }: Found,
  { report }: RuleContext,
  change: () => readonly ReturnType<typeof editFile>[],
): void {
  report({
    at: span,
    what: `${written} is "${item.title}", and "${named.title}" is ${named.id}`,
    why: 'Either the id or the title is wrong, and a reader cannot tell which (ISO/IEC 42001 clause 7.5.2)',
    next: 'Correct the one that is wrong',
    controls: [catalog.qualified(item), catalog.qualified(named)],
    fixes: [{ title: `Change the id to ${named.id}`, kind: 'assist', change }],
  });
}

/** The control with exactly this title. */
function titled(title: string, catalog: Catalog): Item | undefined {
  const key = titleKey(title);
  return catalog.controls.find(item => titleKey(item.title) === key);
}

/** The control whose whole title stands directly behind an id. Short titles are too common to tell by. */
function titleBehind(after: string, catalog: Catalog): Item | undefined {
  const text = titleKey(/^[\s:–—|*_()"“-]*([^|;()\r\n]{4,120})/.exec(after)?.[1] ?? '');
  if (text === '') return undefined;
  const fitting = catalog.controls.filter(item => {
    const title = titleKey(item.title);
    return title.includes(' ') && (text === title || text.startsWith(`${title} `));
  });
  return fitting.toSorted((a, b) => b.title.length - a.title.length)[0];
}
