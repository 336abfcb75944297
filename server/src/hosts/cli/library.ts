import { join } from 'node:path';
import { Library } from '../../catalog/library.ts';
import { catalogsIn } from '../node/catalogs.ts';

/** Folder of the catalogs that come with the program, which lie beside its file. */
export const OWN_CATALOGS = join(import.meta.dirname, 'catalogs');

/** The catalogs that come with the program. */
export function ownLibrary(): Library {
  return new Library(catalogsIn(OWN_CATALOGS));
}
