import type { ControlChange, DiffData, FrameworkChange, RevisionData } from './data.ts';

/** What stands above each group of controls. */
export const GROUPS = {
  weaker: 'Weaker',
  excluded: 'Excluded',
  stronger: 'Stronger',
  included: 'No longer excluded',
} as const;

/** A side of the comparison as a reader knows it. */
export function sideOf({ revision, commit }: RevisionData): string {
  if (revision === null) return 'the work tree';
  const short = commit?.slice(0, 10) ?? '';
  return short === '' || revision.startsWith(short) ? revision : `${revision} (${short})`;
}

/** `A.6.2.4`, of `iso-42001:A.6.2.4`. */
export function bareControl({ id }: ControlChange): string {
  return id.slice(id.indexOf(':') + 1);
}

/** `reviewed → documented`. */
export function stepOf({ before, after }: ControlChange): string {
  const word = (state: ControlChange['before']): string =>
    state === null ? 'not in scope' : state.applicable ? state.strength : 'excluded';
  const [from, to] = [word(before), word(after)];
  if (from === to && before !== null && after !== null)
    return `${to}, ${after.met ? 'which is enough now' : 'which is no longer enough'}`;
  return `${from} → ${to}`;
}

/** A framework's numbers before and after, or the one where they are the same. */
export function numbersOf({ before, after }: FrameworkChange): string {
  const words = (state: FrameworkChange['after']): string =>
    state === null ? 'not in scope' : `${state.met} of ${state.applicable}`;
  const [from, to] = [words(before), words(after)];
  return from === to ? `${to}, as before` : `${from} → ${to}`;
}

/** A framework with its system. */
export function frameworkTitle({ name, system }: FrameworkChange): string {
  return system === null ? name : `${name}, ${system}`;
}

/** Whether the two sides differ in nothing that is shown. */
export function isEmpty({ controls, findings, documents }: DiffData): boolean {
  const { added, removed, renamed } = documents;
  return (
    controls.length + findings.new.length + findings.resolved.length + added.length + removed.length === 0 &&
    renamed.length === 0
  );
}
