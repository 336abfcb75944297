import type { Library } from '../catalog/library.ts';
import { layered } from '../catalog/own/layer.ts';
import { ownFileOf } from '../catalog/own/read.ts';
import type { OwnFile } from '../catalog/own/types.ts';
import type { CatalogFileModel } from '../model/catalog-file.ts';
import { isDeepEqual } from './equal.ts';

/** The catalogs, crosswalks and overlays that a workspace brings, on top of those that come with the product. */
export class OwnCatalogs {
  private readonly base: Library;
  private readonly files = new Map<string, OwnFile>();
  private now: Library;

  constructor(base: Library) {
    this.base = base;
    this.now = base;
  }

  /** Everything that is known. It is another value whenever an own file brings something else. */
  get library(): Library {
    return this.now;
  }

  /** Takes over what a file brings; undefined for a file that is no catalog any more. Whether that changes anything. */
  set(path: string, model: CatalogFileModel | undefined): boolean {
    const before = this.files.get(path);
    const after = model?.derive(ownFileOf);
    if (after === undefined) this.files.delete(path);
    else this.files.set(path, after);
    if (isDeepEqual(brought(before), brought(after))) return false;
    const sources = [...this.files].map(([each, file]) => ({ path: each, file }));
    // In the order of paths, so that of two catalogs with one id it is always the same that counts.
    sources.sort((a, b) => (a.path < b.path ? -1 : 1));
    this.now = sources.length === 0 ? this.base : layered(this.base, sources);
    return true;
  }
}

/** What others see of a file; where things stand in it is no part of that. */
function brought(file: OwnFile | undefined): unknown {
  if (file === undefined) return undefined;
  const { catalogs, crosswalks, overlays } = file;
  return {
    catalogs: catalogs.map(each => each.data),
    crosswalks: crosswalks.map(({ from, to, pairs, ...rest }) => ({
      ...rest,
      from: from.names,
      to: to.names,
      pairs: pairs.map(({ from: a, to: b, ...pair }) => ({ ...pair, from: a.value, to: b.value })),
    })),
    overlays: overlays.map(({ framework, items }) => ({
      framework: framework.value,
      items: items.map(({ id, text }) => ({ id: id.value, text })),
    })),
  };
}
