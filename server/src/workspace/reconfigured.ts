import type { ConfigModel } from '../model/config.ts';
import { isDeepEqual } from './equal.ts';
import type { Configurations } from './settings.ts';
import { summaryScope } from './summary-scope.ts';

/**
 * What another configuration asks for in a file: to be read again as what it is now, to state its facts anew, or only
 * to be checked again.
 */
export type Redo = 'read' | 'state' | 'check';

/**
 * Sets or removes the configuration of a folder. Returns what is to be done about each of `paths` because of that;
 * undefined for a file that it leaves as it is.
 */
export function reconfigure(
  configurations: Configurations,
  folder: string,
  model: ConfigModel | undefined,
  paths: readonly string[],
): (path: string) => Redo | undefined {
  const stateOf = (path: string) => ({
    kind: configurations.kindOf(path),
    scope: configurations.scopeOf(path),
  });
  const before = new Map(paths.map(path => [path, stateOf(path)]));
  configurations.set(folder, model);
  return path => {
    const was = before.get(path);
    const now = stateOf(path);
    if (was?.kind !== now.kind) return 'read';
    if (isDeepEqual(was?.scope, now.scope)) return undefined;
    return isDeepEqual(summaryScope(was?.scope), summaryScope(now.scope)) ? 'check' : 'state';
  };
}
