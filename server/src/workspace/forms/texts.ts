import type { Vocabulary } from '../../catalog/vocabulary.ts';
import type { Columns } from '../../model/assessment/columns.ts';
import { HOME, LABELS, RECORD_NAMES, RECORDS } from '../../model/assessment/shape.ts';
import type { Assessment, Filled, Row, Value } from '../../model/assessment/types.ts';
import { isBoilerplate, isInstruction } from '../../model/boilerplate.ts';
import { isPlaceholderValue, marksIn } from '../../model/placeholders.ts';
import { systemAt, textsAt } from '../../model/sectioned.ts';
import { isShrug } from '../../model/substance.ts';
import { withoutComments } from '../../syntax/markdown/raw-comments.ts';
import { at, type Span } from '../../text/span.ts';

/** What an assessment says towards a question, with the place that says it. */
export interface AnswerText {
  /** Name of the section, the labelled value or the key. */
  readonly title: string;
  /** Markdown; several lines are joined with LF. Never empty. */
  readonly text: string;
  readonly span: Span;
  /** Whether a part of it is still to be written. */
  readonly unfinished: boolean;
}

/** What an assessment says in one of its parts: `concept`, `concept.field` or `key:name`. */
export function textsOf(part: string, assessment: Assessment, vocabulary: Vocabulary): readonly AnswerText[] {
  if (part.startsWith('key:')) return keyTexts(part.slice(4), assessment);
  const [id = '', field] = part.split('.');
  if (field !== undefined) return labelTexts(id, assessment, field);
  const own = conceptTexts(id, assessment, vocabulary);
  if (own.length > 0) return own;
  const others = vocabulary.concept(id)?.satisfiedBy ?? [];
  return others.map(each => conceptTexts(each, assessment, vocabulary)).find(each => each.length > 0) ?? [];
}

function keyTexts(key: string, { metadata }: Assessment): AnswerText[] {
  const system = key === 'system' ? systemAt(metadata) : undefined;
  const fields = system === undefined ? textsAt(metadata, key) : [system];
  return fields.flatMap(({ start, value }) => said(key, value.value, at(start, value)));
}

/** The text of a section, its labelled values and the records that are written below it. */
function conceptTexts(id: string, assessment: Assessment, vocabulary: Vocabulary): AnswerText[] {
  const title = vocabulary.concept(id)?.title ?? id;
  const section = assessment.sections.get(id)?.text;
  const text = section === undefined ? [] : said(title, section.value, section.span);
  const lists = RECORD_NAMES.filter(name => HOME[name] === id);
  const rows = lists.flatMap(name => {
    const found: readonly Row<Columns>[] = assessment.records[name];
    return found.flatMap(row => said(title, rowText(row, RECORDS[name]), row.span));
  });
  return [...text, ...labelTexts(id, assessment), ...rows];
}

function labelTexts(id: string, { labels }: Assessment, only?: string): AnswerText[] {
  if (!isLabelled(id)) return [];
  const columns: Columns = LABELS[id];
  const filled: Filled<Columns> = labels[id];
  return Object.entries(columns).flatMap(([field, { title }]) =>
    only !== undefined && only !== field
      ? []
      : valuesIn(filled[field]).flatMap(each => said(title, each.value, each.span)),
  );
}

function isLabelled(id: string): id is keyof typeof LABELS {
  return Object.hasOwn(LABELS, id);
}

/** A record on one line: its first field, and the others by name. */
function rowText({ fields, extra }: Row<Columns>, columns: Columns): string {
  const parts = Object.entries(columns).flatMap(([field, { title }], index) => {
    const text = valuesIn(fields[field])
      .map(each => each.value.replace(/\s+/g, ' '))
      .join(', ');
    return text === '' || isPlaceholderValue(text) ? [] : [index === 0 ? text : `${title}: ${text}`];
  });
  return `- ${[...parts, ...extra.map(each => `${each.title}: ${each.value}`)].join('; ')}`;
}

function valuesIn(value: Value | readonly Value[] | undefined): readonly Value[] {
  return value === undefined ? [] : 'span' in value ? [value] : value;
}

/** A text without its comments, and without lines on which the author has still to write. */
function said(title: string, written: string, span: Span): AnswerText[] {
  const lines = withoutComments(written, 'goes').split('\n');
  const kept = lines.filter(line => !isHole(line));
  const paragraphs = kept.join('\n').split(/\n{2,}/);
  const own = paragraphs.filter(each => !isBoilerplate(each) && !isInstruction(each));
  const text = own.join('\n\n').trim();
  if (text === '' || text === '-' || isShrug(text)) return [];
  const unfinished = kept.length < lines.length || own.length < paragraphs.length || marksIn(text).length > 0;
  return [{ title, text, span, unfinished }];
}

/** A line that holds a placeholder and nothing else, behind a list mark and a label. */
function isHole(line: string): boolean {
  const value = line
    .replace(/^[ \t>]*(?:[-*+]|\d{1,3}[.)])?[ \t]*/, '')
    .replace(/^(?:\*\*|__)[^*_]{1,80}(?::(?:\*\*|__)|(?:\*\*|__):)[ \t]*/, '');
  return value.trim() !== '' && (isPlaceholderValue(value) || marksIn(value)[0]?.text === value.trim());
}
