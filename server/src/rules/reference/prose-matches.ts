import { type ProseLine, proseLinesIn } from '../../model/prose-lines.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import type { Span } from '../../text/span.ts';

/** What a pattern finds in the prose of a document, with its place in the file. */
export function matchesIn(
  model: SectionedModel,
  quick: RegExp,
  pattern: RegExp,
): { readonly hit: RegExpExecArray; readonly span: Span; readonly line: ProseLine }[] {
  return (model.body?.sections ?? []).flatMap(({ start, value }) => {
    if (!quick.test(value.text)) return [];
    return value.derive(proseLinesIn).flatMap(line =>
      [...line.text.matchAll(pattern)].map(hit => {
        const from = start + line.from + hit.index;
        return { hit, line, span: { start: from, end: from + hit[0].length } };
      }),
    );
  });
}
