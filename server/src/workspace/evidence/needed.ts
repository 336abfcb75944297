import type { KnownItem } from '../../catalog/library.ts';
import { STRENGTHS, type Strength } from '../../catalog/types.ts';
import type { Scope } from '../settings.ts';

/**
 * The strength that a control needs: the entry's own demand, else configuration for the control, else for the
 * framework, else the catalog's for the item, else the framework's.
 */
export function neededStrength({ catalog, item }: KnownItem, scope: Scope, entry?: string | null): Strength {
  return (
    strengthOf(entry) ??
    strengthOf(scope.needed.get(catalog.qualified(item))) ??
    strengthOf(scope.needed.get(catalog.id)) ??
    item.needed ??
    catalog.data.needed
  );
}

function strengthOf(text: string | null | undefined): Strength | undefined {
  return STRENGTHS.find(each => each === text && each !== 'missing');
}
