// The snippets that are made from the vocabularies: whole cards, and each section that has no snippet written by hand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Library } from '../../server/src/catalog/library.ts';
import { catalogsIn } from '../../server/src/hosts/node/catalogs.ts';
import { cardTemplate, sectionTemplate } from '../../server/src/workspace/scaffold/new/template.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What stands in front of the title of a section's snippet, by kind; also of those that are written by hand. */
const titles = {
  'model-card': 'Card',
  'dataset-card': 'Dataset card',
  'impact-assessment': 'Assessment',
  incident: 'Incident',
};

/** What the prefix of a section's snippet begins with. */
const prefixes = {
  'model-card': 'card-section-',
  'dataset-card': 'dataset-section-',
  'impact-assessment': 'assessment-',
  incident: 'incident-',
};

function openLibrary() {
  return new Library(catalogsIn(join(root, 'dist', 'catalogs')));
}

/** The text of snippets/cards.code-snippets. */
export function cardSnippets() {
  const library = openLibrary();
  const template = (kind, title) => cardTemplate(kind, title, library.vocabulary(kind).concepts);
  return written({
    'Model card with all sections': template('model-card', 'Model card'),
    'Dataset card with all sections': template('dataset-card', 'Dataset card'),
  });
}

/** The text of snippets/sections.code-snippets. */
export function sectionSnippets() {
  const library = openLibrary();
  const byHand = JSON.parse(readFileSync(join(root, 'snippets/markdown.code-snippets'), 'utf8'));
  const sections = Object.keys(titles).flatMap(kind => {
    const { concepts } = library.vocabulary(kind);
    const there = conceptsOf(byHand, titles[kind], library.vocabulary(kind));
    return concepts
      .filter(concept => concept.combines === undefined && !there.has(concept.id))
      .map(concept => [
        `${titles[kind]}: ${concept.title.charAt(0).toLowerCase()}${concept.title.slice(1)}`,
        sectionTemplate(`${prefixes[kind]}${concept.id}`, concept, concepts),
      ]);
  });
  return written(Object.fromEntries(sections));
}

/** The concepts of which snippets with this title in front have a heading. */
function conceptsOf(snippets, title, vocabulary) {
  const headings = Object.entries(snippets)
    .filter(([name]) => name.startsWith(`${title}: `))
    .flatMap(([, { body }]) => body.flatMap(line => /^#+ (.+)/.exec(line)?.[1] ?? []));
  return new Set(headings.flatMap(heading => vocabulary.recognise(heading)?.id ?? []));
}

/** As the formatter would have it: a list of one stands on one line. */
function written(snippets) {
  return `${JSON.stringify(snippets, null, 2).replace(/\[\n\s+("[^"\n]*")\n\s+\]/g, '[$1]')}\n`;
}
