import type { Section } from '../../syntax/markdown/section.ts';
import { tablesIn } from '../../syntax/markdown/tables.ts';
import { masked } from '../placeholders.ts';

/** "n = 400", wherever it stands. */
const SIZE = /\bn ?= ?\d/i;
/** "6,912 messages", "404 abstracts". */
const COUNT = /\b\d{1,3}(?:,\d{3}){1,4} [\p{L}-]|\b\d{3,6} (?:\p{L}{1,30} ){0,2}\p{L}{1,30}s\b/iu;
/** What is measured on: in a sentence, or at the head of a row. */
const MEASURED = /\b(?:test(?:ing|ed|s)?|eval(?:uat\w+)?|dev|valid(?:ation|ated)?|held[- ]?out|hold-?out)\b/i;
const NUMBER = /^~?(?:\d{1,3}(?:[,.' ]\d{3})+|\d{2,9}|\d{1,4}(?:\.\d+)? ?[km])$/i;
/** The number of cases in the output of an evaluation script: `'total': 10570`. */
const TOTAL = /["']?\b(?:total|(?:num_|n_)?samples|eval_samples|support)["']? ?[:=] ?\d{2}/;

/**
 * Whether a section tells how many cases results are of, from which a reader can work out an interval. A sentence with
 * any count tells it only beside results; elsewhere it has to speak of the data that were measured on.
 */
export function tellsHowMany(section: Section, besideResults: boolean): boolean {
  if (tablesIn(section).some(tableTells)) return true;
  const text = masked(section);
  return section.content.some(block => {
    if (block.kind === 'code') return TOTAL.test(section.slice(block));
    const said = text.slice(block.from, block.to);
    if (SIZE.test(said)) return true;
    return block.kind === 'paragraph' && COUNT.test(said) && (besideResults || MEASURED.test(said));
  });
}

type Table = ReturnType<typeof tablesIn>[number];

/** A column of counts beside results, such as "support", or a row for the test data with its size. */
function tableTells({ header, rows }: Table): boolean {
  const counts = header.flatMap((cell, index) =>
    /^(?:n|#|support|counts?|samples?|examples?|cases|size|(?:#|num(?:ber)? of) .{1,30})$/i.test(
      plain(cell.text),
    )
      ? [index]
      : [],
  );
  return rows.some(row => {
    const counted = counts.some(index => NUMBER.test(plain(row[index]?.text ?? '')));
    if (!counted) return false;
    const measured = row.some(cell => MEASURED.test(cell.text));
    return measured || header.some(cell => plain(cell.text).toLowerCase() === 'support');
  });
}

function plain(text: string): string {
  return text.replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();
}
