import { distance } from 'fastest-levenshtein';

/** The candidate closest to a word, if it is close enough to be a slip of the hand. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: { readonly candidate: string; readonly far: number } | undefined;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const begins = wanted.length >= 3 && (known.startsWith(wanted) || known.endsWith(`/${wanted}`));
    const far = begins ? 0.5 : distance(wanted, known);
    if (far <= Math.max(1, Math.floor(wanted.length / 3)) && (best === undefined || far < best.far))
      best = { candidate, far };
  }
  return best?.candidate;
}

/** `; did you mean "x"?` for the closest candidate; empty where none is close. */
export function suggestion(word: string, candidates: Iterable<string>): string {
  const found = nearest(word, candidates);
  return found === undefined ? '' : `; did you mean "${found}"?`;
}
