import type { CardSection } from './card.ts';

/** What marks a section that stands in a field for other text, so that it is found again. */
const HEAD = /^## (.+?)(?: <!-- (?:concept: ([a-z][a-z-]*)|own) -->)$/;

/** Sections as one text, for formats that have one field for text. */
export function joinedSections(sections: readonly CardSection[]): string {
  return sections
    .map(
      ({ title, concept, text }) =>
        `## ${title} <!-- ${concept === undefined ? 'own' : `concept: ${concept}`} -->\n\n${text}`,
    )
    .join('\n\n');
}

/** The sections of a text that {@link joinedSections} has made; empty for any other text. */
export function sectionsOf(text: string): CardSection[] {
  const found: { title: string; concept: string | undefined; lines: string[] }[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [, title, concept] = line.length < 500 ? (HEAD.exec(line) ?? []) : [];
    if (title !== undefined) found.push({ title, concept, lines: [] });
    else if (found.length === 0 && line.trim() !== '') return [];
    else found.at(-1)?.lines.push(line);
  }
  return found.map(({ title, concept, lines }) => {
    const own = lines.join('\n').trim();
    return concept === undefined ? { title, text: own } : { title, concept, text: own };
  });
}
