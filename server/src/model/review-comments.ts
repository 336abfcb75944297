import type { Section } from '../syntax/markdown/section.ts';
import type { YamlTree } from '../syntax/yaml/tree.ts';
import type { Source } from '../text/source.ts';
import { at, type Local, type Span } from '../text/span.ts';
import { bodyOf, type ParsedDocument, yamlTreeOf } from './document.ts';
import { type NoteStyle, noteOf, REVIEW_WORD, type ReviewNote } from './review-note.ts';
import { inScalar } from './yaml-places.ts';

/** A comment that a reviewer has left in a document. */
export interface ReviewComment extends ReviewNote {
  /** The comment with its marks; UTF-16 code units of the file. */
  readonly span: Span;
  /** What goes when the comment is taken away: all of its line where it stands alone, else the blanks before it too. */
  readonly removal: Span;
  readonly style: NoteStyle;
  /** Whether nothing else stands on its line. */
  readonly alone: boolean;
}

/** Comments that stand one below the other, or side by side: one question with its answers. At least one. */
export type ReviewThread = readonly [ReviewComment, ...ReviewComment[]];

/** The open review comments of a document in the order of the text; none in code and in values of YAML. */
export function reviewCommentsIn({ source, model }: ParsedDocument): readonly ReviewComment[] {
  if (!source.holds(REVIEW_WORD) || model.kind === 'foreign-mapping') return [];
  const found: ReviewComment[] = [];
  const tree = yamlTreeOf(model);
  if (tree !== undefined) found.push(...inYaml(source, tree));
  for (const { start, value } of bodyOf(model)?.sections ?? [])
    for (const { note, place } of value.derive(notesIn))
      found.push({ ...note, ...placed(source, at(start, place)), style: 'html' });
  return found;
}

/** The same as threads. */
export function reviewThreadsIn(document: ParsedDocument): readonly ReviewThread[] {
  const threads: [ReviewComment, ...ReviewComment[]][] = [];
  for (const each of reviewCommentsIn(document)) {
    const thread = threads.at(-1);
    const last = thread?.at(-1);
    if (thread !== undefined && last !== undefined && follows(document.source, last, each)) thread.push(each);
    else threads.push([each]);
  }
  return threads;
}

function follows(source: Source, before: ReviewComment, after: ReviewComment): boolean {
  const between = source.text.slice(before.span.end, after.span.start);
  return before.style === after.style && /^[ \t]*(?:(?:\r\n?|\n)[ \t]*)?$/.test(between);
}

/** The notes of a section; a pure function of it. */
function notesIn(section: Section): readonly { readonly note: ReviewNote; readonly place: Local }[] {
  if (!section.text.includes(REVIEW_WORD)) return [];
  return section.comments.flatMap(({ from, to, text }) => {
    const note = noteOf(text, 'html');
    return note === undefined ? [] : [{ note, place: { from, to } }];
  });
}

const YAML_NOTE = /^[ \t]*(#[ \t]*clausewright-review [^\r\n]*)$/gm;

function inYaml(source: Source, tree: YamlTree): ReviewComment[] {
  const text = source.text.slice(0, tree.span.end);
  const pattern = new RegExp(YAML_NOTE);
  pattern.lastIndex = tree.span.start;
  const found: ReviewComment[] = [];
  for (let hit = pattern.exec(text); hit !== null; hit = pattern.exec(text)) {
    const said = (hit[1] ?? '').trimEnd();
    const note = noteOf(said.slice(1), 'yaml');
    const start = hit.index + hit[0].length - (hit[1]?.length ?? 0);
    if (note === undefined || inScalar(tree, start)) continue;
    found.push({ ...note, ...placed(source, { start, end: start + said.length }), style: 'yaml' });
  }
  return found;
}

function placed({ text, lines }: Source, span: Span): Pick<ReviewComment, 'span' | 'removal' | 'alone'> {
  const first = lines.lineAt(span.start);
  const last = lines.lineAt(span.end);
  const start = lines.start(first);
  const end = lines.contentEnd(last, text);
  const before = text.slice(start, span.start);
  const alone = before.trim() === '' && text.slice(span.end, end).trim() === '';
  if (!alone) return { span, removal: { start: start + before.trimEnd().length, end: span.end }, alone };
  const atEnd = lines.end(last) === end && first > 0;
  return {
    span,
    removal: { start: atEnd ? lines.contentEnd(first - 1, text) : start, end: lines.end(last) },
    alone,
  };
}
