import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Library } from '../../catalog/library.ts';
import { loadCatalogs } from '../../workspace/load.ts';
import { Session } from '../../workspace/session.ts';
import { catalogsIn } from '../node/catalogs.ts';
import { nodeHost } from '../node/host.ts';

/** Folder of the catalogs that come with the program, which lie beside its file. */
export const OWN_CATALOGS = join(import.meta.dirname, 'catalogs');

/** The catalogs that come with the program. */
export function ownLibrary(): Library {
  return new Library(catalogsIn(OWN_CATALOGS));
}

/** The same with the catalogs of a folder that has a configuration. */
export async function libraryAt(folder: string): Promise<Library> {
  const library = ownLibrary();
  if (!['clausewright.yaml', 'clausewright.yml'].some(name => existsSync(join(folder, name)))) return library;
  // Nothing here rests on the day.
  const session = new Session({ library, today: '' });
  await loadCatalogs(session, nodeHost([{ prefix: '', folder }]));
  return session.library;
}
