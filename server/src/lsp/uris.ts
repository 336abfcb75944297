import { withoutEnd } from '../text/trim.ts';
import { inFolder } from '../workspace/paths.ts';
import type { Folder } from './platform.ts';

/** A workspace folder as the client names it. */
export interface NamedFolder {
  readonly uri: string;
  readonly name: string;
}

/**
 * Which URI stands for which workspace path. One folder has plain paths; of several folders each has its name in
 * front. A folder inside another one is part of that one, so that no file has two paths.
 */
export class Locations {
  readonly folders: readonly Folder[];
  private readonly keys: readonly { readonly key: string; readonly folder: Folder }[];

  constructor(named: readonly NamedFolder[]) {
    const usable = named.flatMap(each => {
      const key = keyOf(each.uri);
      return key === undefined ? [] : [{ ...each, key: withoutSlash(key) }];
    });
    const outer = usable.filter(
      (each, index) =>
        !usable.some((other, at) =>
          other.key === each.key ? at < index : each.key.startsWith(`${other.key}/`),
        ),
    );
    const prefixes = outer.length > 1 ? distinct(outer.map(each => each.name)) : [''];
    this.keys = outer.map(({ uri, name, key }, index) => ({
      key,
      folder: { uri: withoutSlash(uri), name, prefix: prefixes[index] ?? '' },
    }));
    this.folders = this.keys.map(each => each.folder);
  }

  /** Prefixes of the folders, as a session wants them. */
  get roots(): readonly string[] {
    return this.folders.length === 0 ? [''] : this.folders.map(each => each.prefix);
  }

  /** The workspace path of a URI; undefined outside of all folders and for the folders themselves. */
  pathOf(uri: string): string | undefined {
    const key = keyOf(uri);
    if (key === undefined) return undefined;
    const found = this.keys.find(each => key.startsWith(`${each.key}/`));
    const below = found === undefined ? '' : withoutSlash(key.slice(found.key.length + 1));
    return found === undefined || below === '' ? undefined : inFolder(found.folder.prefix, below);
  }

  /** The URI of a workspace path; undefined for a path in none of the folders. */
  uriOf(path: string): string | undefined {
    const folder = this.folders.find(({ prefix }) => prefix === '' || path.startsWith(`${prefix}/`));
    if (folder === undefined) return undefined;
    return belowUri(folder.uri, folder.prefix === '' ? path : path.slice(folder.prefix.length + 1));
  }
}

/** The URI of a path below a URI. */
export function belowUri(uri: string, path: string): string {
  return `${uri}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * A URI in the form that comparisons use: decoded, scheme and drive letter in lower case. Undefined for a text that
 * is no URI, and for one whose parts hold an encoded slash or climb.
 */
export function keyOf(uri: string): string | undefined {
  const parts = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)/i.exec(uri);
  if (parts === null) return undefined;
  const [, scheme = '', authority = '', path = ''] = parts;
  const decoded = path.split('/').map(decodedPart);
  if (decoded.some(part => part === '.' || part === '..' || /[/\0]/.test(part))) return undefined;
  const plain = decoded.join('/').replace(/^\/([A-Za-z]):/, drive => drive.toLowerCase());
  return `${scheme.toLowerCase()}://${authority.toLowerCase()}${plain}`;
}

/** The last parts of a URI's path, decoded: a name for a document that lies in no folder. */
export function lastParts(uri: string, count: number): string[] {
  const path = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?([^?#]*)/i.exec(uri)?.[1] ?? uri;
  return path
    .split('/')
    .filter(part => part !== '')
    .slice(-count)
    .map(decodedPart);
}

function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray percent sign stands for itself
  }
}

function withoutSlash(text: string): string {
  return withoutEnd(text, /\//);
}

/** Names made distinct by a number, and free of slashes. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map(name => {
    const plain = name.replace(/[\\/]/g, '_') || 'folder';
    let free = plain;
    for (let count = 2; taken.has(free); count += 1) free = `${plain}-${count}`;
    taken.add(free);
    return free;
  });
}
