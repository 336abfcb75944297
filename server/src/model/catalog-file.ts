import { parseJson } from '../syntax/json/parse.ts';
import { missing } from '../syntax/yaml/convert.ts';
import type { YamlNode } from '../syntax/yaml/nodes.ts';
import { rootOf } from '../syntax/yaml/root.ts';
import type { YamlTree } from '../syntax/yaml/tree.ts';
import { Derived } from '../text/derived.ts';

/** A file of the workspace that holds a catalog, crosswalk or overlay: its data with places; catalog/own reads it. */
export class CatalogFileModel extends Derived {
  readonly kind = 'catalog';
  /** Path in the workspace. */
  readonly path: string;
  /** The file's value; spans are offsets of the file. */
  readonly root: YamlNode;
  /** The YAML; absent for sound JSON, which needs no repair. */
  readonly yaml: YamlTree | undefined;

  /** Whether the file is more YAML than can be read while somebody types; nothing of it was read. */
  readonly tooLong: boolean;

  constructor(path: string, root: YamlNode, yaml: YamlTree | undefined, tooLong = false) {
    super();
    this.tooLong = tooLong;
    this.path = path;
    this.root = root;
    this.yaml = yaml;
  }

  /** Whether the syntax is at fault somewhere, so that what is absent may only be unread. */
  get faulty(): boolean {
    return (this.yaml?.problems.length ?? 0) > 0;
  }
}

/** More YAML than this takes seconds to parse; the same as JSON does not. In UTF-16 code units. */
export const MOST_YAML = 4_000_000;

/** The value of a data file, JSON or YAML; `parse` gives the YAML tree where it is needed. */
export function dataOf(
  text: string,
  parse: () => YamlTree,
): { readonly root: YamlNode; readonly yaml: YamlTree | undefined } {
  const json = jsonOf(text);
  if (json !== undefined) return { root: json, yaml: undefined };
  const yaml = parse();
  return { root: rootOf(yaml), yaml };
}

/** A file that `catalogs:` names. */
export function catalogFileOf(path: string, text: string, parse: () => YamlTree): CatalogFileModel {
  const json = jsonOf(text);
  if (json !== undefined) return new CatalogFileModel(path, json, undefined);
  if (text.length > MOST_YAML) return new CatalogFileModel(path, missing(0), undefined, true);
  const yaml = parse();
  return new CatalogFileModel(path, rootOf(yaml), yaml);
}

function jsonOf(text: string): YamlNode | undefined {
  return /^\uFEFF?\s*[[{]/.test(text.slice(0, 1000)) ? parseJson(text) : undefined;
}
