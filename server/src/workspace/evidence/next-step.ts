import { compareStrength } from '../../catalog/types.ts';
import type { ControlCoverage } from './control-coverage.ts';

/** The next thing to do for a control that lacks evidence, or whose evidence has changed since it was signed. */
export function nextStep({ strength, needed, evidence, entry, supportedThrough }: ControlCoverage): string {
  if (compareStrength(strength, needed) >= 0) return 'sign the changed text again';
  if (strength === 'missing') {
    const what = entry === undefined ? 'give it an entry, and evidence' : 'give it evidence';
    return supportedThrough.length === 0
      ? what
      : `${what}; look at that of ${supportedThrough.slice(0, 3).join(', ')}`;
  }
  const [best] = [...evidence].sort((a, b) => compareStrength(b.strength, a.strength));
  const why = best?.reason === undefined ? '' : `: ${best.reason.text}`;
  return `make its evidence ${needed}, it is ${strength}${why}`;
}
