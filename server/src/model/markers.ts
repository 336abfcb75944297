import type { Span } from '../text/span.ts';

/** A control id that a comment in code claims to evidence; UTF-16 code units of the file. */
export interface Marker extends Span {
  readonly id: string;
}

/** A comment of any common language whose text begins with `clausewright:`. */
const COMMENT =
  /(?:^|[\s;})\]])(?:#{1,9}|\/{2,9}|-{2,9}|<!--|\/\*{1,9}|\*|;{1,9}|%{1,9})[ \t]*clausewright:[ \t]*([^\r\n]+)/gm;
const CLOSING = /-->|\*\//;

/** The ids in comments such as `# clausewright: A.6.2.8, A.7.5` of any text file. */
export function markersIn(text: string): readonly Marker[] {
  if (!text.includes('clausewright:')) return [];
  return [...text.matchAll(COMMENT)].flatMap(hit => {
    const listed = hit[1]?.split(CLOSING)[0] ?? '';
    const base = hit.index + hit[0].length - (hit[1]?.length ?? 0);
    return [...listed.matchAll(/[^,;]+/g)].flatMap(each => {
      const id = each[0].trim();
      if (id === '') return [];
      const start = base + each.index + each[0].indexOf(id);
      return [{ id, start, end: start + id.length }];
    });
  });
}
