import type { Item } from '../../catalog/types.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import type { Span } from '../../text/span.ts';
import type { RuleContext } from '../define.ts';
import { proseMatcher } from './prose-matches.ts';

/** An article by the number that it had in a draft. */
export interface DraftNumber {
  readonly span: Span;
  readonly written: string;
  readonly item: Item;
  readonly note: string;
}

const LAW = 'eu-ai-act';

const draftArticles = proseMatcher(
  /\bArt(?:icle|\.)\s?(?:28|52|6[12])\b/,
  /(?:Article|Art\.)\s?\d{2}(?![\d\w(.-])/g,
);

/**
 * Articles of the EU AI Act by the numbers of its drafts, told by the subject in the same sentence: the numbers exist
 * in the law as well, for something else. Catalogs give both as `draftId` and `draftSubject`.
 */
export function draftNumbers(model: SectionedModel, { library }: RuleContext): DraftNumber[] {
  const hits = draftArticles(model);
  if (hits.length === 0) return [];
  const catalog = library.catalog(LAW);
  const drafts = (catalog?.data.items ?? []).filter(item => item.attributes?.['draftId'] !== undefined);
  return hits.flatMap(({ hit, span, line }) => {
    const before = library.namesIn(line.text).findLast(name => name.end <= hit.index);
    if (before?.framework !== LAW) return [];
    const after =
      line.text.slice(hit.index + hit[0].length, hit.index + hit[0].length + 60).split(/[.;|]/)[0] ?? '';
    const number = /\d+/.exec(hit[0])?.[0];
    const item = drafts.find(
      ({ attributes }) =>
        String(attributes?.['draftId']) === `Art. ${number}` &&
        after.toLowerCase().includes(String(attributes?.['draftSubject'])),
    );
    if (item === undefined) return [];
    return [
      {
        span,
        written: hit[0],
        item,
        note: `this is its number in the drafts of the Act; the subject stands in ${item.id} ("${item.title}") of the law`,
      },
    ];
  });
}
