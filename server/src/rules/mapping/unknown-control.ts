import { existsUnlisted } from '../../catalog/left-out.ts';
import type { Reference } from '../../catalog/library.ts';
import { rangeIn } from '../../catalog/ranges.ts';
import type { Item } from '../../catalog/types.ts';
import type { Field } from '../../model/field.ts';
import { enumeration } from '../../text/enumeration.ts';
import { at, type Span } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Fix, Report } from '../../workspace/finding.ts';
import { defaultFramework } from '../../workspace/frameworks.ts';
import { replaceScalar } from '../../workspace/scaffold/replace-scalar.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';
import { listed, nameOfFramework, quoted } from '../wording.ts';
import { itemElsewhere, nearestFramework, unknownFramework } from './foreign-id.ts';
import { controlsUnder } from './not-a-control.ts';
import { resolvedEntries } from './resolved.ts';

const WHY =
  'The Statement of Applicability names the controls that are needed (ISO/IEC 42001 clause 6.1.3); an entry whose id names none counts for nothing';

const MOST_NAMED = 12;

/** An entry of no control. */
export const unknownControl = defineRule({
  id: 'mapping/unknown-control',
  kinds: ['control-mapping'],
  reads: 'workspace',
  severity: 'error',
  since: '0.1.0',
  summary: 'The id of an entry, or one it satisfies, names no control.',
  why: 'ISO/IEC 42001 clause 6.1.3 asks for a Statement of Applicability that names the necessary controls; an entry whose id names none counts for nothing.',
  clauses: ['iso-42001:6.1.3'],
  standIns: ['reference/ambiguous-id', 'reference/superseded-edition'],
  bad: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: ⟦A.6.2.9⟧
    status: planned
`,
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: ⟦A.5.1⟧ # the objective of the group
    status: planned
  - id: ⟦iso-4201:A.5.2⟧
    status: planned
  - id: A.5.3
    status: planned
    satisfies: [⟦nist-ai-rmf:MEASURE 9.1⟧]
  - id: ⟦A.7.2–A.7.6⟧
    status: planned
  - id: ⟦A.6.10⟧
    status: planned
`,
  ],
  good: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: ISO/IEC 42001 A-6-2-4
    status: planned
    satisfies: [nist-ai-rmf:MEASURE 2.3, "nist-ai-rmf:GOVERN 1.1–1.3"]
  - id: EU AI Act Art. 10(2)(f)
    status: planned
  - id: EU AI Act Art. 99 # exists, and asks for no documentation
    status: planned
  - id: "6.1.3" # a record of the management system
    status: planned
`,
  ],
  check(_, context) {
    for (const { start, entry, reference } of context.derive(resolvedEntries)) {
      if (entry.id !== undefined && !entry.faulty) {
        const found = faultOf(at(start, entry.id), entry.id, reference, true, context);
        if (found !== undefined) context.report(found);
      }
      for (const each of entry.satisfies) {
        const found = faultOf(at(start, each), each, resolved(each, context), false, context);
        if (found !== undefined) context.report(found);
      }
    }
  },
});

function resolved(
  field: Field<string>,
  { document, library, scope }: WorkspaceContext,
): Reference | undefined {
  const { model } = document;
  const framework =
    model.kind === 'control-mapping' ? defaultFramework(model, scope.framework) : scope.framework;
  return library.resolve(field.value, framework);
}

function faultOf(
  span: Span,
  id: Field<string>,
  reference: Reference | undefined,
  answers: boolean,
  context: WorkspaceContext,
): Report | undefined {
  const prefix = reference?.item === undefined ? unknownFramework(id.value, context.library) : undefined;
  if (prefix !== undefined) return noFramework(span, id.value, prefix, context);
  if (reference === undefined) return undefined;
  // Another rule tells of earlier editions and of ids without their year.
  if (reference.item === undefined && existsUnlisted(id.value, reference, context.library)) return undefined;
  const range = reference.item === undefined ? rangeIn(reference.catalog, reference.written) : undefined;
  if (range !== undefined) return answers ? noRange(span, id.value, range, reference, context) : undefined;
  if (reference.item === undefined) return noControl(span, id.value, reference, answers, context);
  return answers ? noAnswer(span, id.value, reference, reference.item, context) : undefined;
}

function noFramework(span: Span, id: string, prefix: string, context: WorkspaceContext): Report {
  const near = nearestFramework(prefix, context.library);
  return {
    at: span,
    what: `${quoted(id)} names a framework that is not known, ${quoted(prefix)}`,
    why: WHY,
    next: near === undefined ? `Known are ${frameworkIds(context)}` : `Did you mean "${near}"?`,
    fixes: near === undefined ? [] : [change(span, near + id.trim().slice(prefix.length), context)],
  };
}

function frameworkIds({ library }: WorkspaceContext): string {
  return enumeration(
    library.heads.map(head => head.id),
    'and',
  );
}

function noControl(
  span: Span,
  id: string,
  { catalog, written, explicit }: Reference,
  answers: boolean,
  context: WorkspaceContext,
): Report {
  const near = catalog.nearest(written);
  const foreign = explicit ? undefined : itemElsewhere(written, context.library, catalog.id);
  const offers: Offer[] = [];
  if (near !== undefined)
    offers.push({
      item: near,
      text: leadOf(id, written) + near.id,
      said: near.id,
      qualified: catalog.qualified(near),
    });
  if (foreign !== undefined) {
    const qualified = foreign.catalog.qualified(foreign.item);
    offers.push({ item: foreign.item, text: qualified, said: qualified, qualified });
  }
  const controls = catalog.controls;
  return {
    at: span,
    what: `${nameOfFramework(catalog)} has no control ${quoted(written)}`,
    why: WHY,
    next:
      offers.length === 0
        ? `Correct the id: its controls are ${controls[0]?.id} to ${controls.at(-1)?.id}`
        : `Did you mean ${offers.map(({ said, item }) => `${said} (${item.title})`).join(' or ')}?`,
    fixes: offers
      .filter(each => !answers || !answeredIn(context).has(each.qualified))
      .map(({ text, item }) => change(span, text, context, item)),
  };
}

/** `A.5.2–A.5.5`: an entry answers one control. */
function noRange(
  span: Span,
  id: string,
  range: readonly Item[],
  { catalog, written }: Reference,
  context: WorkspaceContext,
): Report {
  const answered = answeredIn(context);
  const open = range.filter(item => !answered.has(catalog.qualified(item)));
  const [first] = open;
  return {
    at: span,
    what: `${quoted(id)} stands for ${range.length} controls: ${listed(
      range.map(item => item.id),
      MOST_NAMED,
    )}`,
    why: 'The Statement of Applicability answers each control by itself, with its own status and evidence (ISO/IEC 42001 clause 6.1.3)',
    next: open.length === 0 ? 'They all have entries: remove this one' : 'Give each of them an entry instead',
    controls: range.map(item => catalog.qualified(item)),
    fixes: first === undefined ? [] : [change(span, leadOf(id, written) + first.id, context, first)],
  };
}

interface Offer {
  readonly item: Item;
  /** What is written in the place of the id. */
  readonly text: string;
  readonly said: string;
  readonly qualified: string;
}

/** What stands in front of an id to name its framework. */
function leadOf(id: string, written: string): string {
  const trimmed = id.trimEnd();
  return trimmed.slice(0, trimmed.length - written.length);
}

/** The controls that have an entry, so that a second one is no help. */
function answeredIn(context: WorkspaceContext): ReadonlySet<string | undefined> {
  return new Set(context.derive(resolvedEntries).map(each => each.qualified));
}

/** An id that exists and groups controls: an objective line, a function, an annex. */
function noAnswer(
  span: Span,
  id: string,
  { catalog, written }: Reference,
  item: Item,
  context: WorkspaceContext,
): Report | undefined {
  const under = controlsUnder(catalog, item);
  if (under.length === 0) return undefined;
  const lead = leadOf(id, written);
  const ids = under.map(each => each.id);
  const answered = answeredIn(context);
  const open = under.filter(each => !answered.has(catalog.qualified(each)));
  return {
    at: span,
    what:
      item.kind === 'objective'
        ? `${quoted(written)} is the objective line of ${item.parent ?? 'its group'}, not a control`
        : `${quoted(written)} (${item.title}) groups controls and is none itself`,
    why: `The Statement of Applicability answers the controls under it (ISO/IEC 42001 clause 6.1.3): ${enumeration(ids, 'and')}`,
    next: open.length === 0 ? 'They all have entries: remove this one' : 'Give each of them an entry instead',
    controls: under.map(each => catalog.qualified(each)),
    fixes: open.slice(0, 5).map(each => change(span, lead + each.id, context, each)),
  };
}

function change(span: Span, text: string, { document }: WorkspaceContext, item?: Item): Fix {
  return {
    title: `Change to ${text}${item === undefined ? '' : ` (${item.title})`}`,
    kind: 'assist',
    change: () => [editFile(document.path, replaceScalar(document.source.text, span, text))],
  };
}
