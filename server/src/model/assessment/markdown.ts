import type { Section } from '../../syntax/markdown/section.ts';
import { tablesIn } from '../../syntax/markdown/tables.ts';
import { at, type Local, type Placed, type Span } from '../../text/span.ts';
import type { OutlineItem } from '../outline.ts';
import type { SectionedModel } from '../sectioned.ts';
import { within } from '../substance.ts';
import type { Columns } from './columns.ts';
import type { Concepts } from './concepts.ts';
import { Draft, type Target } from './draft.ts';
import { decodeInline } from './inline.ts';
import { labelledIn } from './labelled.ts';
import { movedRow, type RecordTable, recordTable, valuesOf } from './rows.ts';
import { columnsOf, OTHER, TABLES_OF } from './shape.ts';
import type { Assessment } from './types.ts';

/** Reads an assessment that is written as Markdown. */
export function assessmentOfMarkdown(model: SectionedModel, text: string, concepts: Concepts): Assessment {
  const draft = new Draft(model.metadata);
  const title = titleIn(model.outline, concepts);
  /** The sections that are open at a heading, outermost first. */
  const open: { readonly level: number; readonly target: Target; readonly concept: string | undefined }[] =
    [];
  for (const [index, item] of model.outline.entries()) {
    const { level } = item;
    if (level === 0 || index === title) {
      if (index === title) draft.title = inlineValue(rawTitle(item, text), item.heading);
      readOwn(draft, draft.lead, item, text);
      continue;
    }
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const around = open.at(-1);
    const concept = concepts.ofHeading(item.title);
    if (concept !== undefined && concept !== around?.concept) {
      const target = draft.section(concept, item.heading);
      open.push({ level, target, concept });
      readOwn(draft, target, item, text);
    } else if (around !== undefined || item.style === 'bold') {
      const target = around?.target ?? draft.lead;
      target.add(headingText(item, text), item.heading);
      readOwn(draft, target, item, text);
    } else {
      const target = draft.otherSection(otherTitle(rawTitle(item, text)), item.heading);
      open.push({ level, target, concept: undefined });
      readOwn(draft, target, item, text);
    }
  }
  return draft.assessment();
}

/** The document's own title: a first heading of level 1 that is no section, or the only one of its level. */
function titleIn(outline: readonly OutlineItem[], concepts: Concepts): number {
  const index = outline.findIndex(item => item.level > 0);
  const first = outline[index];
  if (first === undefined || first.level !== 1) return -1;
  const alone = outline.filter(item => item.level === 1).length === 1;
  return alone || concepts.ofHeading(first.title) === undefined ? index : -1;
}

function rawTitle(item: OutlineItem, text: string): string {
  if (item.style === 'html' || item.style === 'bold') return item.title;
  const lines = text.slice(item.heading.start, item.heading.end).split(/\r\n|\r|\n/);
  return lines.length === 1 ? (lines[0] ?? '') : lines.map(line => line.trim()).join(' ');
}

function otherTitle(raw: string): string {
  const title = decodeInline(raw);
  return title.startsWith(OTHER) ? title.slice(OTHER.length).trim() : title;
}

/** A heading that is part of a section's text: no higher than level 4, so that it stays below every section. */
function headingText(item: OutlineItem, text: string): string {
  const { heading, own } = item;
  if (item.style === 'html' || item.style === 'bold') {
    let line = heading.start;
    while (line > 0 && !/[\r\n]/.test(text.charAt(line - 1))) line -= 1;
    return text.slice(line, own.start).trim();
  }
  const raw = item.style === 'setext' ? rawTitle(item, text) : text.slice(heading.start, own.start).trim();
  return `${'#'.repeat(Math.max(4, item.level))} ${raw}`.trim();
}

function inlineValue(raw: string, span: Span): { value: string; span: Span } | undefined {
  const value = decodeInline(raw);
  return value === '' ? undefined : { value, span };
}

/** Takes what stands directly below a heading: records and labelled values out, the rest as text. */
function readOwn(draft: Draft, target: Target, item: OutlineItem, text: string): void {
  const { section, own } = item;
  const taken = target.concept === undefined ? [] : takenFrom(draft, target.concept, section, own);
  let from = own.start;
  for (const each of taken) {
    target.add(text.slice(from, each.start), { start: from, end: each.start });
    from = each.end;
  }
  if (taken.length > 0) target.said = true;
  target.add(text.slice(from, own.end), { start: from, end: own.end });
}

function takenFrom(draft: Draft, concept: string, placed: Placed<Section>, own: Span): Span[] {
  const { start, value: section } = placed;
  const columns: Columns | undefined = columnsOf(concept);
  const tables = recordTables(section, concept);
  const taken: Span[] = [];
  for (const block of within(section.blocks, own.start - start, own.end - start)) {
    const span = at(start, block);
    const records = block.kind === 'table' && block.depth === 0 ? tables?.get(block.from) : undefined;
    if (records !== undefined) {
      draft.addRows(
        records.name,
        records.rows.map(row => movedRow(row, start)),
      );
      taken.push(span);
    }
    for (const { field, raw, value, lines } of columns === undefined
      ? []
      : labelledIn(section, block, columns)) {
      if (draft.label(concept, field, valuesAt(columns?.[field]?.list === true, raw, start, value)))
        taken.push(at(start, lines));
    }
  }
  return taken;
}

/** Tables of records by their place; places are local to the section. */
type RecordTables = ReadonlyMap<number, RecordTable>;

/** For each concept whose sections hold records, how they are read: one function each, which a section remembers. */
const READERS: ReadonlyMap<string, (section: Section) => RecordTables> = new Map(
  [...TABLES_OF.keys()].map(concept => [
    concept,
    section =>
      new Map(
        section.derive(tablesIn).flatMap((table): [number, RecordTable][] => {
          const records = recordTable(table, concept, 0);
          return records === undefined ? [] : [[table.from, records]];
        }),
      ),
  ]),
);

function recordTables(section: Section, concept: string): RecordTables | undefined {
  const reader = READERS.get(concept);
  return reader === undefined ? undefined : section.derive(reader);
}

function valuesAt(list: boolean, raw: string, start: number, local: Local): ReturnType<typeof valuesOf> {
  if (list) return valuesOf(raw, start + local.from);
  const value = inlineValue(raw, at(start, local));
  return value === undefined ? [] : [value];
}
