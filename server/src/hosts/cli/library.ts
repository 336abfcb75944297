import { join } from 'node:path';
import { Library } from '../../catalog/library.ts';
import { catalogsIn } from '../node/catalogs.ts';

/** The catalogs that come with the program, which lie beside its file. */
export function ownLibrary(): Library {
  return new Library(catalogsIn(join(import.meta.dirname, 'catalogs')));
}
