import type { Scope } from './settings.ts';

/** As much of a document's configuration as its facts depend on. */
export type SummaryScope = Pick<Scope, 'framework' | 'headings'>;

/** That part of a configuration; what else it says leaves the facts as they are. */
export function summaryScope(scope: Scope | undefined): SummaryScope | undefined {
  return scope === undefined ? undefined : { framework: scope.framework, headings: scope.headings };
}
