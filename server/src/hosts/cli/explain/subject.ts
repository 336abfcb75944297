import type { KnownItem, Library } from '../../../catalog/library.ts';
import { meaningsOf } from '../../../catalog/undated.ts';
import type { Rule } from '../../../rules/define.ts';
import { UsageError } from '../command.ts';
import { nearest, suggestion } from '../nearest.ts';

/** What somebody asked to have explained. */
export type Subject =
  | { readonly kind: 'rule'; readonly rule: Rule }
  /** The controls of a range such as `A.5–A.6`. */
  | { readonly kind: 'range'; readonly items: readonly KnownItem[] }
  /** `others` are qualified ids of other frameworks that a bare id would also fit. */
  | { readonly kind: 'item'; readonly known: KnownItem; readonly others: readonly string[] };

/** The framework of bare ids, as in a workspace without configuration. */
const DEFAULT_FRAMEWORK = 'iso-42001';

/** How the ids of the default framework begin. */
const LIKE_OWN = /^(?:(?:annex\s+)?A[\s.-]?\d|clause\s+\d|\d)/i;

/**
 * Finds a rule or an item of a framework by what was typed.
 * @throws UsageError when there is none, or more than one and nothing to choose by; it names what is near.
 */
export function subjectOf(text: string, library: Library, rules: readonly Rule[]): Subject {
  const rule = rules.find(each => each.id === text.toLowerCase());
  if (rule !== undefined) return { kind: 'rule', rule };
  const named = library.nameIn(text);
  if (named?.shared === false) return inFramework(named.framework, named.rest.trim(), library);
  if (named !== undefined) text = named.rest;
  const prefix = /^([\w.-]+):\s*(?=\S)/.exec(text)?.[1];
  const heads = library.heads.map(head => head.id);
  const fitting = heads.flatMap(framework => itemOf(library, framework, text));
  const own = fitting.find(({ catalog }) => catalog.id === DEFAULT_FRAMEWORK);
  const found = own ?? (fitting.length === 1 ? fitting[0] : undefined);
  const qualified = fitting.map(({ catalog, item }) => catalog.qualified(item));
  if (found !== undefined) {
    const id = found.catalog.qualified(found.item);
    return { kind: 'item', known: found, others: qualified.filter(each => each !== id) };
  }
  const ranges = heads.map(framework => rangeOf(library, framework, text)).filter(each => each.length > 0);
  const range = ranges.find(([first]) => first?.catalog.id === DEFAULT_FRAMEWORK) ?? ranges[0];
  if (range !== undefined) return { kind: 'range', items: range };
  const meanings = meaningsOf(text, library).map(each => each.catalog.qualified(each.item));
  if (meanings.length > 0)
    throw new UsageError(`"${text}" names two risks without its year; write one of ${meanings.join(', ')}`);
  if (fitting.length > 0)
    throw new UsageError(`"${text}" is in several frameworks; write one of ${qualified.join(', ')}`);
  if (prefix !== undefined)
    throw new UsageError(
      `there is no framework "${prefix}"${suggestion(prefix, heads)} (the frameworks are ${heads.join(', ')})`,
    );
  throw unknown(text, library, rules);
}

function itemOf(library: Library, framework: string, text: string): KnownItem[] {
  const catalog = library.catalog(framework);
  const item = catalog?.find(text);
  return catalog === undefined || item === undefined ? [] : [{ catalog, item }];
}

/** The controls of a range, in one framework; empty for what is none. */
function rangeOf(library: Library, framework: string, text: string): KnownItem[] {
  const found = library.resolveAll(text, framework);
  if (found.length < 2) return [];
  return found.flatMap(({ catalog, item }) => (item === undefined ? [] : [{ catalog, item }]));
}

function inFramework(framework: string, id: string, library: Library): Subject {
  const reference = library.resolve(id, framework);
  if (reference?.item !== undefined)
    return { kind: 'item', known: { catalog: reference.catalog, item: reference.item }, others: [] };
  const items = rangeOf(library, framework, id);
  if (items.length > 0) return { kind: 'range', items };
  const catalog = library.catalog(framework);
  const holding = catalog?.holding(id);
  if (catalog !== undefined && holding !== undefined)
    return { kind: 'item', known: { catalog, item: holding }, others: [] };
  const unlisted = catalog?.existsUnlisted(id) === true ? catalog.data.unlisted : undefined;
  if (unlisted !== undefined)
    throw new UsageError(`${id} is not explained here. The catalog of ${framework} holds: ${unlisted.note}`);
  const near = catalog?.nearest(id);
  const what =
    id === '' ? `"${framework}" is a framework; name one of its items` : `${framework} has no item "${id}"`;
  throw new UsageError(
    near === undefined || catalog === undefined
      ? `${what}, such as ${framework}:${catalog?.controls[0]?.id ?? '…'}`
      : `${what}; did you mean "${catalog.qualified(near)}" (${near.title})?`,
  );
}

function unknown(text: string, library: Library, rules: readonly Rule[]): UsageError {
  const ids = rules.map(each => each.id);
  const rule = nearest(text, ids);
  if (rule !== undefined) return new UsageError(`there is no rule "${text}"; did you mean "${rule}"?`);
  if (/^[a-z]+\/[a-z-]*$/.test(text))
    return new UsageError(`there is no rule "${text}" (the rules are ${ids.join(', ')})`);
  const own = library.catalog(DEFAULT_FRAMEWORK);
  const near = LIKE_OWN.test(text) ? own?.nearest(text) : undefined;
  return new UsageError(
    near === undefined || own === undefined
      ? `"${text}" is neither a rule nor an item of a framework; write, for example, ${DEFAULT_FRAMEWORK}:A.6.2.4 or mapping/missing-evidence`
      : `no framework has an item "${text}"; did you mean "${own.qualified(near)}" (${near.title})?`,
  );
}
