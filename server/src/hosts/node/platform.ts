import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Library } from '../../catalog/library.ts';
import type { Folder, Platform } from '../../lsp/platform.ts';
import { today } from '../cli/today.ts';
import { catalogsIn } from './catalogs.ts';
import { nodeHost } from './host.ts';

/** Node.js as the language server sees it. `catalogs` is the folder of the built catalogs. */
export function nodePlatform(catalogs: string, version: string): Platform {
  return {
    version,
    library: () => new Library(catalogsIn(catalogs)),
    today: () => today(process.env),
    now: () => performance.now(),
    turn: () => nextTurn(),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    host(folders, { git }) {
      const roots = folders.map(rootOf);
      const onDisk = roots.flatMap(each => (each === undefined ? [] : [each]));
      return onDisk.length === folders.length ? nodeHost(onDisk, { git }) : undefined;
    },
  };
}

/** A folder on this machine's disk; undefined for one that only the client can read. */
function rootOf({ uri, prefix }: Folder): { prefix: string; folder: string } | undefined {
  if (!/^file:/i.test(uri)) return undefined;
  try {
    return { prefix, folder: fileURLToPath(uri) };
  } catch {
    return undefined; // a file URI that is no path here, such as one with a host
  }
}
