import type { SystemTraits } from './scope.ts';
import type { Concept, ExpectedFor } from './types.ts';

/** How much a section is expected of one system's document, and what makes it differ from the usual. */
export interface Expectation {
  readonly expected: Concept['expected'];
  /** Half a sentence, where the system's role or risk class decides. */
  readonly why: string | undefined;
}

/** What is expected of a concept for a system; a trait that nobody stated fits no special case. */
export function expectationOf(
  concept: Concept,
  traits: Pick<SystemTraits, 'role' | 'riskClass'> | undefined,
): Expectation {
  const special = traits === undefined ? undefined : concept.expectedFor?.find(each => fits(each, traits));
  return special === undefined
    ? { expected: concept.expected, why: undefined }
    : { expected: special.expected, why: special.why };
}

function fits(
  { roles, riskClasses }: ExpectedFor,
  { role, riskClass }: Pick<SystemTraits, 'role' | 'riskClass'>,
): boolean {
  const isIn = (allowed: readonly string[] | undefined, value: string | null): boolean =>
    allowed === undefined || (value !== null && allowed.includes(value));
  return isIn(roles, role) && isIn(riskClasses, riskClass);
}
