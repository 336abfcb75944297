import type { ParsedDocument } from '../../model/document.ts';
import type { OutlineItem } from '../../model/outline.ts';
import { reviewThreadsIn } from '../../model/review-comments.ts';
import { touches } from '../../text/span.ts';
import type { Fact, FactData } from '../facts.ts';
import { spanOf } from './write.ts';

/** What a `reviews` fact says: a review thread in a file that is only evidence and has no findings of its own. */
export interface ReviewFact {
  readonly [key: string]: FactData;
  readonly by: string;
  readonly on: string;
  readonly text: string;
  /** How many comments stand below the first. */
  readonly replies: number;
  /** The sections that it stands in, by what links write behind `#`. */
  readonly fragments: readonly string[];
}

/** The open review threads of an evidence file. */
export function reviewFacts(document: ParsedDocument, outline: readonly OutlineItem[]): Fact[] {
  return reviewThreadsIn(document).map(thread => {
    const { by, on, text, span } = thread[0];
    const data: ReviewFact = {
      by,
      on,
      text,
      replies: thread.length - 1,
      fragments: outline
        .filter(each => touches(each.extent, span.start))
        .flatMap(each => (each.slug === undefined ? each.ids : [each.slug, ...each.ids])),
    };
    return { key: 'reviews', data, span: spanOf(thread) };
  });
}
