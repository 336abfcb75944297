import type { FrameworkHead } from './types.ts';

/** No name with its edition is longer. */
const NAME_REACH = 140;

/** A framework's name at the beginning of a text. */
export interface NamedFramework {
  readonly framework: string;
  /** What stands behind the name and its edition. */
  readonly rest: string;
  /** The edition as written, such as 2022 or 1.0. */
  readonly edition: string | undefined;
  /** Whether the name, by itself, is that of several editions that are frameworks of their own. */
  readonly shared: boolean;
}

/** A name in running text; `end` is behind the name, its edition and a colon. */
export interface NamePlace {
  readonly framework: string;
  /** Whether the name is that of several editions, and the text does not say which. */
  readonly shared: boolean;
  readonly start: number;
  readonly end: number;
}

/** The names of frameworks as texts write them. */
export class FrameworkNames {
  private readonly heads: readonly FrameworkHead[];
  private readonly patterns: readonly { readonly head: FrameworkHead; readonly pattern: RegExp }[];
  /** Any framework's name or id, wherever it begins. */
  private readonly anywhere: RegExp;

  constructor(heads: readonly FrameworkHead[]) {
    this.heads = heads;
    this.patterns = heads.map(head => ({ head, pattern: namePattern(head) }));
    const starts = heads.flatMap(head => [...head.names.map(spelled), `${escaped(head.id)}:`]);
    this.anywhere = new RegExp(String.raw`(?<![\w-])(?:${starts.join('|')})`, 'gi');
  }

  /** The framework that a text begins with, by id or by one of its names; the longest name counts. */
  at(text: string): NamedFramework | undefined {
    const colon = /^([a-z][a-z0-9]*(?:-[a-z0-9.]+)*):\s*(?=\S)/.exec(text);
    if (colon !== null && this.heads.some(head => head.id === colon[1]))
      return {
        framework: colon[1] ?? '',
        rest: text.slice(colon[0].length),
        edition: undefined,
        shared: false,
      };
    const found = this.patterns.flatMap(({ head, pattern }) => {
      const hit = pattern.exec(text);
      return hit === null ? [] : [{ head, length: hit[0].length, edition: hit[1] ?? hit[2] }];
    });
    const longest = Math.max(...found.map(each => each.length));
    const rest = text.slice(longest);
    const fitting = found.filter(each => each.length === longest);
    const chosen = fitting.length < 2 ? undefined : byEdition(fitting, rest);
    const one = chosen ?? fitting.find(({ head }) => !isReplaced(head, fitting)) ?? fitting[0];
    if (one === undefined) return undefined;
    const shared = fitting.length > 1 && chosen === undefined;
    return { framework: one.head.id, rest, edition: one.edition, shared };
  }

  /** Where a text names frameworks, in the order of the text. */
  in(text: string): NamePlace[] {
    const found: NamePlace[] = [];
    for (const hit of text.matchAll(this.anywhere)) {
      if (hit.index < (found.at(-1)?.end ?? 0)) continue;
      const ahead = text.slice(hit.index, hit.index + NAME_REACH);
      const name = this.at(ahead);
      if (name === undefined) continue;
      const end = hit.index + ahead.length - name.rest.length;
      found.push({ framework: name.framework, shared: name.shared, start: hit.index, end });
    }
    return found;
  }
}

interface Fitting {
  readonly head: FrameworkHead;
  readonly edition: string | undefined;
}

/** Of frameworks with the same name, the one whose edition the text gives, behind the name or with the id. */
function byEdition<T extends Fitting>(fitting: readonly T[], rest: string): T | undefined {
  const inId = /^(?:OWASP\s+)?[A-Z]{1,8}[\s\p{Pd}]?\d{1,4}[:\s([\p{Pd}]{1,3}(20\d\d)(?!\d)/iu.exec(
    rest
      .slice(0, 40)
      .normalize('NFKC')
      .replaceAll(/\p{Cf}/gu, ''),
  )?.[1];
  return fitting.find(({ head, edition }) => (edition ?? inId) === head.edition);
}

/** Whether another of the frameworks says that it has taken the place of this one. */
function isReplaced(head: FrameworkHead, fitting: readonly Fitting[]): boolean {
  return fitting.some(other => other.head.otherEditions?.some(each => each.edition === head.edition));
}

/** Matches one of a framework's names at the start of a text, with an edition behind it if there is one. */
function namePattern(head: FrameworkHead): RegExp {
  const own = [
    head.edition,
    head.edition.slice(0, 4),
    ...(head.otherEditions ?? []).map(each => each.edition),
  ];
  const editions = [...new Set(own)].filter(each => each !== '').map(escaped);
  const known = editions.length === 0 ? '(?!)' : editions.sort((a, b) => b.length - a.length).join('|');
  const edition = String.raw`(?:\s?:\s?((?:19|20)\d\d|${known})|[\s-]*\(?\s?v?((?:19|20)\d\d|${known})\)?)(?![\w]|[.-]\d)`;
  const names = [...head.names].sort((a, b) => b.length - a.length).map(spelled);
  const usual = [
    ...head.names.flatMap(beforeId),
    `(?:${names.join('|')})(?:${edition})?(?![0-9\\uff10-\\uff19])`,
  ].join('|');
  // A full name with brackets, such as "GDPR (Regulation (EU) 2016/679)", goes before the short one in it.
  const full = new RegExp(`^(?:${usual})$`, 'i').test(head.name)
    ? ''
    : String.raw`${spelled(head.name)}(?!\w)|`;
  return new RegExp(String.raw`^(?:${full}${usual})[\s,;:/–—-]*`, 'i');
}

/** A name as a pattern that allows any blanks, dashes or slashes between its words. */
function spelled(name: string): string {
  return name
    .split(/[\s/-]+/)
    .map(escaped)
    .join(String.raw`[\s/-]*`);
}

/** A name whose number begins the id behind it, as in "45 CFR 164.308": it ends in front of the number. */
function beforeId(name: string): readonly string[] {
  const [, words, number] = /^(.*\D)[\s/-](\d{3,})$/.exec(name) ?? [];
  return words === undefined ? [] : [String.raw`${spelled(words)}[\s/-]+(?=${number}\.\d)`];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** Index of the last name that ends at or before an offset, -1 where none does; `named` is in the order of the text. */
export function lastNameBefore(named: readonly NamePlace[], offset: number): number {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
