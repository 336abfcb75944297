import type { Vocabulary } from '../../catalog/vocabulary.ts';
import type { Columns } from '../../model/assessment/columns.ts';
import type { AssessmentData, MetadataData } from '../../model/assessment/data.ts';
import { HOME, LABELS, RECORD_NAMES, RECORDS } from '../../model/assessment/shape.ts';

/** Fields of a record or a section as plain values, whatever record it is. */
export interface PlainFields {
  readonly [field: string]: string | readonly string[];
}

/** A record of any list. */
export interface PlainRow {
  readonly fields: PlainFields;
  readonly more: readonly (readonly [string, string])[];
}

/** One section with all that stands in it. */
export interface PlainSection {
  readonly concept: string;
  /** Heading that is written. */
  readonly title: string;
  /** Undefined where there is none; empty where only the heading stands. */
  readonly text: string | undefined;
  readonly labels: PlainFields;
  readonly rows: readonly PlainRow[];
  /** Columns of the rows; none where the section holds no records. */
  readonly columns: Columns;
  /** Whether it belongs below the section before it that is not nested. */
  readonly nested: boolean;
}

/** An assessment ready to be written: clean texts, sections in the conventional order. */
export interface PlainAssessment {
  readonly metadata: { readonly [key: string]: MetadataData };
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly PlainSection[];
  readonly other: readonly { readonly title: string; readonly text: string }[];
}

/** Evens out what was put together by hand. Sections of no known concept become other sections, under their id. */
export function canonical(data: AssessmentData, vocabulary: Vocabulary): PlainAssessment {
  const all = vocabulary.concepts.flatMap(({ id, title }) => sectionOf(data, id, title) ?? []);
  const present = new Set(all.map(each => each.concept));
  const parentOf = (id: string): string | undefined => {
    const parent = vocabulary.concept(id)?.parent;
    return parent !== undefined && present.has(parent) ? parent : undefined;
  };
  const sections = all
    .filter(each => parentOf(each.concept) === undefined)
    .flatMap(each => [
      each,
      ...all
        .filter(child => parentOf(child.concept) === each.concept)
        .map(child => ({ ...child, nested: true })),
    ]);
  const unknown = Object.entries(data.sections ?? {}).filter(([id]) => vocabulary.concept(id) === undefined);
  const other = [...unknown.map(([title, text]) => ({ title, text })), ...(data.other ?? [])];
  return {
    metadata: data.metadata,
    title: clean(data.title ?? ''),
    lead: clean(data.lead ?? ''),
    sections,
    other: other.map(({ title, text }) => ({ title: clean(title), text: clean(text) })),
  };
}

function sectionOf(data: AssessmentData, concept: string, title: string): PlainSection | undefined {
  const name = RECORD_NAMES.find(each => HOME[each] === concept);
  const rows = name === undefined ? [] : (data.records?.[name] ?? []).flatMap(row => rowOf(row) ?? []);
  const given: Readonly<Record<string, PlainFields | undefined>> = data.labels ?? {};
  const labels = Object.hasOwn(LABELS, concept) ? fieldsOf(given[concept] ?? {}) : {};
  const texts: Readonly<Record<string, string>> = data.sections ?? {};
  const written = Object.hasOwn(texts, concept) ? clean(texts[concept] ?? '') : undefined;
  const filled = rows.length > 0 || Object.keys(labels).length > 0;
  const text = written === '' && filled ? undefined : written;
  if (text === undefined && !filled) return undefined;
  const columns: Columns = name === undefined ? {} : RECORDS[name];
  return { concept, title, text, labels, rows, columns, nested: false };
}

function rowOf(row: Readonly<Record<string, unknown>>): PlainRow | undefined {
  const { more, ...rest } = row;
  const fields = fieldsOf(rest);
  const extra = Object.entries(isRecord(more) ? more : {}).flatMap(([title, value]): [string, string][] => {
    const [name, text] = [clean(title), typeof value === 'string' ? clean(value) : ''];
    return name === '' || text === '' ? [] : [[name, text]];
  });
  // Names that are numbers come first, as in any object that the row is read into later.
  const kept = Object.entries(Object.fromEntries(extra));
  return Object.keys(fields).length === 0 && kept.length === 0 ? undefined : { fields, more: kept };
}

function fieldsOf(fields: Readonly<Record<string, unknown>>): PlainFields {
  const kept: [string, string | readonly string[]][] = [];
  for (const [field, value] of Object.entries(fields)) {
    if (typeof value === 'string') {
      const text = clean(value);
      if (text !== '') kept.push([field, text]);
    } else if (Array.isArray(value)) {
      const items = value.flatMap(item =>
        typeof item === 'string' && clean(item) !== '' ? [clean(item)] : [],
      );
      if (items.length > 0) kept.push([field, items]);
    }
  }
  return Object.fromEntries(kept);
}

/** A text that a file can hold: LF line breaks, no NUL, no half characters, nothing around it. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
