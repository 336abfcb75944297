import { distance } from 'fastest-levenshtein';

/** A known word that somebody may have meant. */
export interface Near {
  readonly word: string;
  /** Whether the two differ in nothing but case and separators, so that nothing else can have been meant. */
  readonly same: boolean;
}

/**
 * The known word that a misspelt one is closest to: at most two letters off, and no more than a third of the word.
 * Undefined where none is close, or two are equally so.
 */
export function nearestWord(word: string, known: Iterable<string>): Near | undefined {
  const bare = bareWord(word);
  if (bare === '') return undefined;
  let best: { word: string; bare: string; far: number } | undefined;
  let tied = false;
  for (const each of known) {
    const other = bareWord(each);
    if (Math.abs(other.length - bare.length) > 2) continue;
    const far = distance(bare, other);
    if (far > 2 || far * 3 > Math.max(other.length, 3)) continue;
    if (best === undefined || far < best.far) {
      best = { word: each, bare: other, far };
      tied = false;
    } else if (far === best.far && other !== best.bare) tied = true;
  }
  return best === undefined || tied ? undefined : { word: best.word, same: best.far === 0 };
}

function bareWord(word: string): string {
  return word.toLowerCase().replace(/[\s_.-]+/g, '');
}
