import type { KnownItem } from '../catalog/library.ts';
import { datesFor, type ScopeAnswer, type SystemTraits, scopeFor } from '../catalog/scope.ts';
import type { ItemDate, ItemScope } from '../catalog/types.ts';
import type { Graph } from '../workspace/graph.ts';

/** What is known of a system, and what to call it. */
export interface KnownSystem {
  /** Id of the system; undefined where its mapping names none. */
  readonly id: string | undefined;
  readonly traits: SystemTraits;
}

/** Whether an item concerns a system, why, and from when. */
export interface SystemScope extends ScopeAnswer {
  readonly system: string | undefined;
  readonly dates: readonly ItemDate[];
}

/** The system of a mapping, by the mapping's path; undefined where there is none. */
export function systemOfMapping(graph: Graph, mapping: string | undefined): KnownSystem | undefined {
  const data = mapping === undefined ? undefined : graph.mapping(mapping)?.data;
  return data === undefined ? undefined : { id: data.system ?? undefined, traits: data };
}

/** How an item stands for a system; undefined for an item that concerns everybody, at all times. */
export function systemScope({ catalog, item }: KnownItem, system: KnownSystem): SystemScope | undefined {
  const answer = scopeFor(catalog, item, system.traits);
  const dates = answer.inScope ? datesFor(catalog, item, system.traits) : [];
  if (answer.why === undefined && dates.length === 0) return undefined;
  return { ...answer, system: system.id, dates };
}

/** For whom an item is, as `role provider or deployer; risk class high`; empty for everybody. */
export function restrictionInWords(scope: ItemScope): string {
  const parts: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['role', scope.roles],
    ['risk class', scope.riskClasses],
    ['model type', scope.modelTypes],
    ['stage', scope.stages],
    ['sector', scope.sectors],
  ];
  return parts
    .flatMap(([name, values]) => (values === undefined ? [] : [`${name} ${values.join(' or ')}`]))
    .join('; ');
}

/** The answer for one system in a sentence or two. */
export function answerInWords({ inScope, why, unsaid, system }: SystemScope, name = system): string {
  const whom = name === undefined ? 'this system' : name;
  const open =
    unsaid.length === 0
      ? ''
      : ` Its mapping does not say its ${unsaid.join(', ')} in a way that would decide, so nothing is left out.`;
  return `${inScope ? 'In scope' : 'Out of scope'} for ${whom}. ${why ?? ''}${open}`.trim();
}

/** A date from which a duty applies, with whom it concerns, what it was before and where it stands. */
export function dateInWords({ from, roles, riskClasses, note, source, was }: ItemDate): string {
  const whom = [...(roles ?? []), ...(riskClasses ?? [])];
  const to = whom.length === 0 ? '' : ` to ${whom.join(', ')}`;
  const before = was === undefined ? '' : ` (before the amendment: ${was})`;
  return `from ${from}${to}${before}${note === undefined ? '' : `: ${note}`} [${source}]`;
}
