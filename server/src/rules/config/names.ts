import type { Library } from '../../catalog/library.ts';
import { SECTIONED_KINDS } from '../../model/kinds.ts';
import type { Rule } from '../define.ts';

/** The rules that a configuration can speak of; asked for when a rule runs, as the registry lists it too. */
export type KnownRules = () => readonly Rule[];

/** Ids and groups of rules. */
export function ruleNames(rules: KnownRules): string[] {
  const ids = rules().map(rule => rule.id);
  return [...ids, ...new Set(ids.map(id => id.slice(0, id.indexOf('/'))))];
}

/** Ids of all concepts that documents have sections for. */
export function conceptIds(library: Library): string[] {
  return [
    ...new Set(SECTIONED_KINDS.flatMap(kind => library.vocabulary(kind).concepts.map(each => each.id))),
  ];
}

/** Whether a key of `needed` is a framework or a control of one. */
export function isNeededKey(key: string, library: Library): boolean {
  return library.heads.some(head => head.id === key) || library.item(key) !== undefined;
}

/** Why a fault in a configuration matters. */
export const CONFIG_WHY =
  'The configuration decides what is checked, which ISO/IEC 42001 clause 9.1 asks you to determine, and what cannot be read decides nothing';
