import type { Item } from './types.ts';

/** What is known of an AI system when it is decided which items it has to answer. */
export interface SystemTraits {
  readonly role: string | undefined;
  readonly stage: string | undefined;
  readonly riskClass: string | undefined;
  readonly modelType: string | undefined;
  readonly sector: string | undefined;
}

/**
 * Whether an item is in scope of a system. `unknown` where the item is for some systems only and the system does
 * not say whether it is one of them.
 */
export function inScope(item: Item, traits: SystemTraits): 'yes' | 'no' | 'unknown' {
  const { scope } = item;
  if (scope === undefined) return 'yes';
  const restricted: readonly (readonly [readonly string[] | undefined, string | undefined])[] = [
    [scope.roles, traits.role],
    [scope.stages, traits.stage],
    [scope.riskClasses, traits.riskClass],
    [scope.modelTypes, traits.modelType],
    [scope.sectors, traits.sector],
  ];
  const asked = restricted.filter(([allowed]) => allowed !== undefined);
  if (asked.some(([allowed, value]) => value !== undefined && allowed?.includes(value) === false))
    return 'no';
  return asked.some(([, value]) => value === undefined) ? 'unknown' : 'yes';
}
