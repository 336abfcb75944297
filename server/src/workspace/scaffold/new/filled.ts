import { withoutEnd } from '../../../text/trim.ts';
/** What stands at the top of a card that was started from facts. */
export const STARTED = [
  '<!--',
  'Values with a source in a comment were taken from that file; keep the comment, and a later difference is told.',
  'The comments with questions are what only people can answer. No reader sees them; they can go once answered.',
  '-->',
].join('\n');

/** How many values a new document was given, and from how many sources. */
export function filledNote(text: string): string {
  const sources = [...text.matchAll(/(?:<!--|#) from ([^:\n>]+)/g)].map(hit =>
    withoutEnd(hit[1] ?? '', /-/).trim(),
  );
  const files = new Set(sources).size;
  if (sources.length === 0)
    return 'No file beside it tells anything about what it documents: all sections are open.';
  return `${sources.length} values were filled from ${files} ${files === 1 ? 'source' : 'sources'}, each named in a comment; what is left are questions.`;
}
