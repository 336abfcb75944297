import type { Vocabulary } from '../../catalog/vocabulary.ts';
import type { Columns } from '../../model/assessment/columns.ts';
import type { AssessmentData } from '../../model/assessment/data.ts';
import { encodeInline, encodeList, encodeTitle } from '../../model/assessment/inline.ts';
import { matchColumns } from '../../model/assessment/match.ts';
import { escapeLines } from '../../model/assessment/prose.ts';
import { columnsOf, OTHER } from '../../model/assessment/shape.ts';
import { plainTitle } from '../../syntax/markdown/title.ts';
import { canonical, type PlainFields, type PlainRow, type PlainSection } from './canonical.ts';
import { type Expected, Proof } from './proof.ts';
import { conceptsOf } from './read.ts';
import { yamlLines } from './yaml-lines.ts';

/**
 * An assessment as Markdown. Lines end in LF. Reading it gives the same data again: each section is read back as it is
 * written, and marks in its text are escaped where they would begin something else.
 */
export function writeMarkdown(data: AssessmentData, vocabulary: Vocabulary): string {
  const plain = canonical(data, vocabulary);
  const concepts = conceptsOf(vocabulary);
  const proof = new Proof(concepts);
  const parts = [
    ['---', ...Object.entries(plain.metadata).flatMap(([key, value]) => yamlLines(key, value)), '---'].join(
      '\n',
    ),
  ];
  if (plain.title !== '') parts.push(`# ${encodeTitle(plain.title)}`);
  if (plain.lead !== '') parts.push(proven(plain.lead, text => text, { lead: plain.lead }, proof));
  for (const section of plain.sections) parts.push(sectionText(section, proof));
  for (const { title, text } of plain.other) {
    const encoded = encodeTitle(title);
    const read = plainTitle(encoded);
    const mistaken = title === '' || title.startsWith(OTHER) || concepts.ofHeading(read) !== undefined;
    const heading = `## ${mistaken ? `${OTHER} ` : ''}${encoded}`.trimEnd();
    parts.push(proven(text, written => joined([heading, written]), { other: [{ title, text }] }, proof));
  }
  return `${parts.join('\n\n')}\n`;
}

function sectionText(section: PlainSection, proof: Proof): string {
  const heading = `${section.nested ? '###' : '##'} ${section.title}`;
  const labels = labelLines(section.labels, columnsOf(section.concept) ?? {});
  const table = section.rows.length === 0 ? '' : tableText(section.rows, section.columns);
  const expected: Expected = { concept: section.concept, text: section.text, rows: section.rows.length };
  return proven(section.text ?? '', text => joined([heading, text, labels, table]), expected, proof);
}

/** The part of a document that says what it should, with as little escaping as that takes. */
function proven(text: string, part: (text: string) => string, expected: Expected, proof: Proof): string {
  for (const which of ['escaped', 'harmful'] as const) {
    const written = part(escapeLines(text, which));
    if (proof.holds(written, expected)) return written;
  }
  return part(escapeLines(text, 'all'));
}

function joined(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('\n\n');
}

function labelLines(labels: PlainFields, columns: Columns): string {
  return Object.entries(columns)
    .flatMap(([field, { title }]) => {
      const value = labels[field];
      if (value === undefined) return [];
      const line = typeof value === 'string' ? encodeInline(value) : encodeList(value);
      return [`- **${title}:** ${line.replace(/^:/, '\\:')}`];
    })
    .join('\n');
}

function tableText(rows: readonly PlainRow[], columns: Columns): string {
  const extra = [...new Set(rows.flatMap(row => row.more.map(([title]) => title)))];
  const fields = fieldsFor(rows, extra, columns);
  const headers = [...fields.map(field => columns[field]?.title ?? field), ...extra].map(encodeInline);
  const lines = rows.map(row => {
    const more = new Map(row.more);
    const cells = [
      ...fields.map(field => cellText(row.fields[field])),
      ...extra.map(title => encodeInline(more.get(title) ?? '')),
    ];
    return line(cells);
  });
  return [line(headers), `|${'---|'.repeat(headers.length)}`, ...lines].join('\n');
}

/** The columns that say something; all of them where fewer would be read as others. */
function fieldsFor(rows: readonly PlainRow[], extra: readonly string[], columns: Columns): string[] {
  const all = Object.keys(columns);
  const key = 'by' in columns ? 'by' : all[0];
  const used = all.filter(field => field === key || rows.some(row => row.fields[field] !== undefined));
  const headers = [...used.map(field => columns[field]?.title ?? field), ...extra];
  const match = matchColumns(headers, columns);
  const sound = match.size === used.length && used.every((field, index) => match.get(field) === index);
  return sound && (used.length > 1 || extra.length === 0) ? used : all;
}

function cellText(value: string | readonly string[] | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? encodeInline(value) : encodeList(value);
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
