import type { Catalog } from './catalog.ts';
import { SECTORS } from './sectors.ts';
import type { Item, ItemDate, ItemScope } from './types.ts';

/** What is known of an AI system; what is not known restricts nothing. */
export interface SystemTraits {
  readonly role: string | null;
  readonly stage: string | null;
  readonly riskClass: string | null;
  readonly modelType: string | null;
  readonly sector: string | null;
}

/** Traits as a text; equal texts have equal answers. */
export function traitsKey({ role, stage, riskClass, modelType, sector }: SystemTraits): string {
  return JSON.stringify([role, stage, riskClass, modelType, sector]);
}

/** Whether an item concerns a system, and why. */
export interface ScopeAnswer {
  readonly inScope: boolean;
  /** The reason, as the catalog gives it; undefined for an item that concerns everybody. */
  readonly why: string | undefined;
  /** Names of the traits that would decide and that the system does not state. */
  readonly unsaid: readonly string[];
}

const EVERYBODY: ScopeAnswer = { inScope: true, why: undefined, unsaid: [] };

/** Each restriction with the trait that it is held against, its name and its key in `system:`. */
const RESTRICTIONS = [
  ['roles', 'role', 'role'],
  ['riskClasses', 'riskClass', 'risk class'],
  ['modelTypes', 'modelType', 'model type'],
  ['stages', 'stage', 'stage'],
  ['sectors', 'sector', 'sector'],
] as const;

/** Whether an item is in scope for a system. An item without a scope of its own takes that of the one above it. */
export function scopeFor(catalog: Catalog, item: Item, traits: SystemTraits): ScopeAnswer {
  const scope = scopeOf(catalog, item);
  if (scope === undefined) return EVERYBODY;
  const unsaid: string[] = [];
  for (const [restriction, trait, name] of RESTRICTIONS) {
    const allowed = scope[restriction];
    const value = traits[trait];
    if (allowed === undefined) continue;
    if (value === null || !tellsApart(catalog, restriction, value)) unsaid.push(name);
    else if (!allowed.includes(value))
      return { inScope: false, why: `The ${name} of this system is ${value}. ${scope.why}`, unsaid: [] };
  }
  return { inScope: true, why: scope.why, unsaid };
}

/** Whether a value of a system decides anything for a framework: a word of the team's own does not. */
function tellsApart(catalog: Catalog, restriction: (typeof RESTRICTIONS)[number][0], value: string): boolean {
  if (restriction === 'roles') return catalog.roles.has(value);
  return restriction !== 'sectors' || SECTORS.has(value) || catalog.sectors.has(value);
}

/** The restriction that holds for an item: its own, else that of the nearest item above it that has one. */
export function scopeOf(catalog: Catalog, item: Item): ItemScope | undefined {
  return [item, ...catalog.ancestors(item)].find(each => each.scope !== undefined)?.scope;
}

/** The dates of an item, its own or those of the nearest item above it that has some. */
export function allDatesOf(catalog: Catalog, item: Item): readonly ItemDate[] {
  return [item, ...catalog.ancestors(item)].find(each => each.applies !== undefined)?.applies ?? [];
}

/** The dates from which an item's duties apply to a system, earliest first. */
export function datesFor(catalog: Catalog, item: Item, traits: SystemTraits): readonly ItemDate[] {
  const concerns = (allowed: readonly string[] | undefined, value: string | null): boolean =>
    allowed === undefined || value === null || allowed.includes(value);
  const role = traits.role === null || !catalog.roles.has(traits.role) ? null : traits.role;
  return allDatesOf(catalog, item)
    .filter(date => concerns(date.roles, role) && concerns(date.riskClasses, traits.riskClass))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
