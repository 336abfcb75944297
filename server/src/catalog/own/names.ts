import type { Catalog } from '../catalog.ts';
import type { Library } from '../library.ts';
import type { Item } from '../types.ts';

/** The framework that one of several names stands for: an id, a urn or uuid, the path of an own catalog, a name. */
export function frameworkNamed(names: readonly string[], library: Library): string | undefined {
  for (const name of names) {
    const found =
      exactly(name, library) ??
      byPath(name, library) ??
      library.nameIn(spaced(name))?.framework ??
      byNumber(name, library);
    if (found !== undefined) return found;
  }
  return undefined;
}

function exactly(name: string, library: Library): string | undefined {
  return library.heads.find(({ id, also }) => id === name || also?.includes(name) === true)?.id;
}

/** The own catalog at a path; what a file says of another file's place is often true from another folder only. */
function byPath(name: string, library: Library): string | undefined {
  if (!/\.(?:json|ya?ml)$/i.test(name)) return undefined;
  const path = name.replace(/^(?:\.{0,2}\/)+/, '');
  return library.heads.find(({ own }) => own === path || own?.endsWith(`/${path}`) === true)?.id;
}

/** A file's or urn's name as prose would write it: `iso42001-2023` → `iso42001`, `NIST_SP-800-53` → `NIST SP-800-53`. */
function spaced(name: string): string {
  return name
    .replace(/^.*[/:](?=[^/:]+$)/, '')
    .replace(/[_\s]+/g, ' ')
    .replace(/[-: ](?:19|20)\d\d$/, '');
}

const REVISION = /(?:\brev(?:ision)?|_rev|\br)[\s._-]*(\d{1,2})(?!\d)/i;

/**
 * The only own catalog whose id or names hold the number that a name holds, as `800-53` of `NIST-800-53`; another
 * revision is another catalog.
 */
function byNumber(name: string, library: Library): string | undefined {
  const number = /(?<!\d)\d{3,5}-\d{1,3}(?!\d)/.exec(name)?.[0];
  if (number === undefined) return undefined;
  const revision = REVISION.exec(name)?.[1];
  const fitting = library.heads.filter(({ own, id, names }) => {
    const all = [id, ...names].join(' ');
    const theirs = REVISION.exec(all)?.[1];
    const same = revision === undefined || theirs === undefined || revision === theirs;
    return own !== undefined && all.includes(number) && same;
  });
  return fitting.length === 1 ? fitting[0]?.id : undefined;
}

/** The item that a pair names: by its id in any spelling, its urn, or the end of its urn. */
export function itemNamed(catalog: Catalog, written: string): Item | undefined {
  const whole = catalog.find(written);
  if (whole !== undefined || !written.startsWith('urn:')) return whole;
  return catalog.find(written.slice(written.lastIndexOf(':') + 1));
}
