import type { ScreeningQuestion } from '../../../../catalog/types.ts';
import type { NewPlace } from '../kind.ts';
import { documentsOf, mappingValue, shownFrom } from './sources.ts';

/** An answer that some file gives. */
export interface KnownAnswer {
  readonly yes: boolean;
  readonly because: string;
  readonly source: string;
}

/** The answer to a question of the screening, where the workspace tells it. */
export function knownAnswer({ known }: ScreeningQuestion, place: NewPlace): KnownAnswer | undefined {
  if (known === undefined) return undefined;
  const { from, words, yes = [], no = [], contains = [] } = known;
  if (from === 'personal-data') return personalData(words, place);
  const found = mappingValue(from, place);
  if (found === undefined) return undefined;
  const value = found.value.toLowerCase();
  const isYes = yes.includes(value) || contains.some(part => value.includes(part));
  if (!isYes && !no.includes(value)) return undefined;
  return { yes: isYes, because: `${words} "${found.value}"`, source: found.source };
}

function personalData(words: string, place: NewPlace): KnownAnswer | undefined {
  for (const kind of ['dataset-card', 'model-card'] as const)
    for (const { path } of documentsOf(kind, place))
      if (place.graph.personalData(path).some(each => each.data))
        return { yes: true, because: words, source: shownFrom(place, path) };
  return undefined;
}
