import type { CardSection } from '../../model/exchange/card.ts';

/** Sections by their titles, as a sentence says them. */
export function sectionsNamed(sections: readonly CardSection[]): string {
  const titles = sections.map(each => `"${each.title}"`);
  return titles.length === 1
    ? `the section ${titles[0]}`
    : `the text of ${titles.length} sections (${titles.join(', ')})`;
}
