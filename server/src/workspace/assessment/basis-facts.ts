import { digestOf } from '../../text/digest.ts';
import type { Source } from '../../text/source.ts';
import { START } from '../../text/span.ts';
import { dataOf, type FactData, type Facts, factsUnder, groupFacts } from '../facts.ts';
import { type Basis, basisOf } from './basis.ts';

/** The texts that documents had when a system was assessed. */
export interface EarlierTexts {
  /** ISO time of the state that was assessed. */
  readonly at: string;
  /** By workspace path; a file without history, or one that came later, has none. */
  readonly texts: ReadonlyMap<string, Source>;
}

/** What `assessed-basis:<path>` says: what the documents that an assessment rests on said when it was made. */
export interface AssessedBasis {
  readonly [key: string]: FactData;
  /** ISO time of the state that was assessed. */
  readonly at: string;
  readonly documents: { readonly [path: string]: Basis };
}

/** What texts that an assessment rested on said. `factsOf` finds out what a text would state. */
export function basisFacts(
  path: string,
  { at, texts }: EarlierTexts,
  factsOf: (path: string, source: Source) => Facts,
): Facts {
  const documents = [...texts].map(([each, source]): [string, Basis] => {
    const facts = factsOf(each, source);
    return [each, basisOf(each, key => factsUnder(facts, key).map(dataOf), digestOf)];
  });
  const data: AssessedBasis = { at, documents: Object.fromEntries(documents) };
  return groupFacts([{ key: `assessed-basis:${path}`, data, span: START }]);
}
