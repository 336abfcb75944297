import type { Catalog } from './catalog.ts';
import { idKey } from './ids.ts';
import type { Item } from './types.ts';

/** What joins the ends of a range; a hyphen also stands within ids, so that every place is tried. */
const JOINT = /\s*(?:[–—−-]|\.{2,}|…|(?<=\s)(?:to|through|thru|until|bis)(?=\s))\s*/g;
/** Nobody writes longer ranges; the rest is prose. */
const LONGEST = 80;

/**
 * The items that a range of ids names, such as `A.5–A.6`, `A.5.2-5`, `Articles 9 to 15` or `GOVERN 1.1–1.7`: the
 * controls in it, or the items of the first one's kind where none is a control. Undefined for what is no range.
 */
export function rangeIn(catalog: Catalog, text: string): readonly Item[] | undefined {
  if (text.length > LONGEST) return undefined;
  for (const joint of text.matchAll(JOINT)) {
    const left = text.slice(0, joint.index);
    const right = text.slice(joint.index + joint[0].length);
    const first = left === '' ? undefined : catalog.find(left);
    const from = tokensOf(catalog, left);
    const to = ends(from, tokensOf(catalog, right)).find(
      end => catalog.find(end.join('.')) !== undefined && isBetween(from, from, end),
    );
    if (first === undefined || to === undefined || from.join('.') === to.join('.')) continue;
    const within = catalog.data.items.filter(item => isBetween(tokensOf(catalog, item.id), from, to));
    const controls = within.filter(item => catalog.isControl(item));
    return controls.length > 0 ? controls : within.filter(item => item.kind === first.kind);
  }
  return undefined;
}

function tokensOf(catalog: Catalog, id: string): string[] {
  const key = idKey(id, catalog.grammar);
  return key === '' ? [] : key.split('.');
}

/** The second end as it stands, and with what it may leave out: `A.5.2–5` and `A.5.2–5.5` both end at `A.5.5`. */
function ends(from: readonly string[], to: readonly string[]): (readonly string[])[] {
  if (to.length === 0) return [];
  return to.length < from.length ? [to, [...from.slice(0, from.length - to.length), ...to]] : [to];
}

/** Whether an id stands between two others or under the second; words that are no single letter must be the same. */
function isBetween(tokens: readonly string[], from: readonly string[], to: readonly string[]): boolean {
  const [low, high] = [compared(tokens, from), compared(tokens, to)];
  return low !== undefined && high !== undefined && low >= 0 && high <= 0;
}

/** Negative, zero or positive by the first token that differs; undefined for what cannot be compared. */
function compared(tokens: readonly string[], other: readonly string[]): number | undefined {
  for (const [index, theirs] of other.entries()) {
    const mine = tokens[index];
    if (mine === undefined) return -1;
    if (mine === theirs) continue;
    if (isNumber(mine) && isNumber(theirs)) return Number(mine) - Number(theirs);
    return mine.length === 1 && theirs.length === 1 && !isNumber(mine) && !isNumber(theirs)
      ? mine.charCodeAt(0) - theirs.charCodeAt(0)
      : undefined;
  }
  return 0;
}

function isNumber(token: string | undefined): boolean {
  return token !== undefined && /^\d/.test(token);
}
