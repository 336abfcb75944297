// The snippets of whole cards, from the vocabularies.
import { fileURLToPath } from 'node:url';
import { Library } from '../../server/src/catalog/library.ts';
import { catalogsIn } from '../../server/src/hosts/node/catalogs.ts';
import { cardTemplate } from '../../server/src/workspace/scaffold/new/template.ts';

/** The text of snippets/cards.code-snippets. */
export function cardSnippets() {
  const library = new Library(catalogsIn(fileURLToPath(new URL('../../dist/catalogs', import.meta.url))));
  const template = (kind, title) => cardTemplate(kind, title, library.vocabulary(kind).concepts);
  const snippets = {
    'Model card with all sections': template('model-card', 'Model card'),
    'Dataset card with all sections': template('dataset-card', 'Dataset card'),
  };
  return `${JSON.stringify(snippets, null, 2)}\n`;
}
