import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtCatalogs } from '../../catalog/built.ts';
import type { CatalogSource } from '../../catalog/types.ts';

/** The catalogs of a build's folder; each file is read when it is first asked for. */
export function catalogsIn(folder: string): CatalogSource {
  return builtCatalogs(
    <T>(name: string): T => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T,
  );
}
