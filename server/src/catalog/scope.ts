import type { Catalog } from './catalog.ts';
import type { Item, ItemDate, ItemScope } from './types.ts';

/** What is known of an AI system; what is not known restricts nothing. */
export interface SystemTraits {
  readonly role: string | null;
  readonly stage: string | null;
  readonly riskClass: string | null;
  readonly modelType: string | null;
  readonly sector: string | null;
}

/** Whether an item concerns a system, and why. */
export interface ScopeAnswer {
  readonly inScope: boolean;
  /** The reason, as the catalog gives it; undefined for an item that concerns everybody. */
  readonly why: string | undefined;
}

const EVERYBODY: ScopeAnswer = { inScope: true, why: undefined };

/** Each restriction with the trait that it is held against. */
const RESTRICTIONS: readonly (readonly [keyof ItemScope, keyof SystemTraits, string])[] = [
  ['roles', 'role', 'role'],
  ['riskClasses', 'riskClass', 'risk class'],
  ['modelTypes', 'modelType', 'model type'],
  ['stages', 'stage', 'stage'],
  ['sectors', 'sector', 'sector'],
];

/** Whether an item is in scope for a system. An item without a scope of its own takes that of the one above it. */
export function scopeFor(catalog: Catalog, item: Item, traits: SystemTraits): ScopeAnswer {
  const scope = [item, ...catalog.ancestors(item)].find(each => each.scope !== undefined)?.scope;
  if (scope === undefined) return EVERYBODY;
  for (const [restriction, trait, name] of RESTRICTIONS) {
    const [allowed, value] = [scope[restriction], traits[trait]];
    if (!Array.isArray(allowed) || value === null || allowed.includes(value)) continue;
    return { inScope: false, why: `The ${name} of this system is ${value}. ${scope.why}` };
  }
  return { inScope: true, why: scope.why };
}

/** The dates from which an item's duties apply to a system, earliest first. */
export function datesFor(catalog: Catalog, item: Item, traits: SystemTraits): readonly ItemDate[] {
  const dates = [item, ...catalog.ancestors(item)].find(each => each.applies !== undefined)?.applies ?? [];
  const concerns = (allowed: readonly string[] | undefined, value: string | null): boolean =>
    allowed === undefined || value === null || allowed.includes(value);
  return dates
    .filter(date => concerns(date.roles, traits.role) && concerns(date.riskClasses, traits.riskClass))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
