import { builtCatalogs } from '../../catalog/built.ts';
import type { CatalogSource } from '../../catalog/types.ts';

/** Replaced by the bundler with the built catalogs, each of which is evaluated when it is first asked for. */
declare const require: (path: string) => unknown;

/** The catalogs that the build puts into the worker's file. */
export function bundledCatalogs(): CatalogSource {
  return builtCatalogs(<T>(name: string): T => require(`../../../../dist/catalogs/${name}.json`) as T);
}
