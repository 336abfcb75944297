import { parseJson } from '../syntax/json/parse.ts';
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

  constructor(path: string, root: YamlNode, yaml: YamlTree | undefined) {
    super();
    this.path = path;
    this.root = root;
    this.yaml = yaml;
  }

  /** Whether the syntax is at fault somewhere, so that what is absent may only be unread. */
  get faulty(): boolean {
    return (this.yaml?.problems.length ?? 0) > 0;
  }
}

/** The value of a data file, JSON or YAML; `parse` gives the YAML tree where it is needed. */
export function dataOf(
  text: string,
  parse: () => YamlTree,
): { readonly root: YamlNode; readonly yaml: YamlTree | undefined } {
  const json = /^\uFEFF?\s*[[{]/.test(text.slice(0, 1000)) ? parseJson(text) : undefined;
  if (json !== undefined) return { root: json, yaml: undefined };
  const yaml = parse();
  return { root: rootOf(yaml), yaml };
}
