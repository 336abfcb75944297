import type { ParsedDocument } from '../../model/document.ts';
import type { Problem } from '../../syntax/problem.ts';
import type { YamlTree } from '../../syntax/yaml/tree.ts';
import { at, type Placed, type Span } from '../../text/span.ts';
import { withoutEnd } from '../../text/trim.ts';
import type { Report } from '../../workspace/finding.ts';
import { unclosedAt } from './unclosed.ts';

/** From so many faults on a text is broken as a whole, and one finding says so. */
const BROKEN = 4;
const MOST_RELATED = 10;

const WHY =
  'What cannot be read is not checked and does not count as documented information (ISO/IEC 42001 clause 7.5.2)';

/** The faults of a YAML text as reports: one for each, or one for all of a text that is broken throughout. */
export function syntaxReports(tree: YamlTree, document: ParsedDocument): Report[] {
  const faults = tree.problems.filter(each => each.value.code !== 'yaml-duplicate-key');
  const doubles = tree.problems.filter(each => each.value.code === 'yaml-duplicate-key');
  return faults.length >= BROKEN
    ? shown(faults, tree, document)
    : [...shown(faults, tree, document), ...shown(doubles, tree, document)];
}

function shown(problems: readonly Placed<Problem>[], tree: YamlTree, document: ParsedDocument): Report[] {
  const [first, ...others] = problems;
  return first !== undefined && problems.length >= BROKEN
    ? [collapsed(first, others, tree, document)]
    : problems.map(each => asReport(each, tree, document));
}

/** Marks of a template language on the line of a fault. */
function isTemplateMark(text: string, offset: number): boolean {
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, offset - 500), offset))?.[0] ?? '';
  const after = /^[^\r\n]*/.exec(text.slice(offset, offset + 500))?.[0] ?? '';
  return /\{\{|\{%|<%/.test(before + after);
}

function asReport({ start, value }: Placed<Problem>, tree: YamlTree, document: ParsedDocument): Report {
  const { what, next } = WORDS[value.code] ?? GENERAL;
  const { text } = document.source;
  if (value.code !== 'yaml-duplicate-key' && isTemplateMark(text, start + value.from)) {
    const message = 'a mark of a template stands in this line, which is no YAML before it is filled in';
    return { at: visible(text, at(start, value)), what: `${what}: ${message}`, why: WHY, next };
  }
  const open = LEFT_OPEN.has(value.code) ? unclosedAt(start, tree, text) : undefined;
  if (open !== undefined) {
    const kind = /["']/.test(open.opener) ? 'quote' : 'bracket';
    return {
      at: open.span,
      what: `${what}: the ${kind} ${open.opener} that opens here is never closed`,
      why: WHY,
      next,
    };
  }
  return { at: visible(text, at(start, value)), what: `${what}: ${value.message}`, why: WHY, next };
}

/** Faults that a quote or bracket left open shows as. */
const LEFT_OPEN: ReadonlySet<string> = new Set(['yaml-unclosed', 'yaml-indentation', 'yaml-syntax']);

/** A stretch without line breaks that shows something: blanks give way to the word in front of them. */
function visible(text: string, span: Span): Span {
  if (/\S/.test(text.slice(span.start, span.end))) return span;
  const before = text.slice(0, span.start).trimEnd();
  const word = before.length - withoutEnd(before, /\S/).length;
  return word === 0 ? span : { start: before.length - word, end: before.length };
}

function collapsed(
  first: Placed<Problem>,
  others: readonly Placed<Problem>[],
  tree: YamlTree,
  document: ParsedDocument,
): Report {
  const report = asReport(first, tree, document);
  const related = others.slice(0, MOST_RELATED).map(({ start, value }) => ({
    path: document.path,
    span: at(start, value),
    message: value.message,
  }));
  return {
    ...report,
    next: `${report.next}; ${others.length} more places are at fault in the same way or another`,
    related,
  };
}

const GENERAL = {
  what: 'This YAML cannot be read',
  next: 'Mend this place; what stands around it is read all the same',
};

const WORDS: Readonly<Partial<Record<Problem['code'], { readonly what: string; readonly next: string }>>> = {
  'yaml-duplicate-key': { what: 'A key is set again', next: 'Keep one of the two; the last one is read' },
  'yaml-multiple-documents': {
    what: 'This file holds several YAML documents',
    next: 'Put the others into files of their own',
  },
};
