import { folderOf, relativePath } from '../../../paths.ts';
import { DEFAULT_LAYOUT } from '../../yaml-layout.ts';
import { pairLines, type YamlData } from '../../yaml-write.ts';
import { sourcedLines } from '../front.ts';
import type { NewPlace } from '../kind.ts';
import { documentsOf, mappingValue, type Sourced, valuesIn } from './sources.ts';

/** Keys of front matter under which an assessment records what it rests on. */
export const RECORDED = ['base_model', 'datasets', 'stage', 'based_on'] as const;

/** Key under which an assessment records what it rests on. */
export type RecordedKey = (typeof RECORDED)[number];

/**
 * What a new assessment rests on, as lines of its front matter by key, each with its source: a later change is then
 * found without a history. Keys of which nothing is known are left out.
 */
export function recordedLines(place: NewPlace): ReadonlyMap<RecordedKey, readonly string[]> {
  const lines = new Map<RecordedKey, readonly string[]>();
  const note = (key: RecordedKey, data: YamlData, source: string): void => {
    lines.set(key, sourcedLines(key, data, source));
  };
  // The findings compare with the one card of a system; of several nobody can tell which is meant.
  const cards = documentsOf('model-card', place);
  if (cards.length === 1)
    for (const key of ['base_model', 'datasets'] as const) {
      const values = valuesIn('model-card', key, place);
      const [first] = values;
      if (first !== undefined) note(key, dataOf(values), first.source);
    }
  const stage = mappingValue('stage', place);
  if (stage !== undefined) note('stage', stage.value, stage.source);
  const uses = cards.flatMap(({ path }) =>
    place.graph.basis(path).uses.map(({ slug, digest }) => ({
      path: `${relativePath(folderOf(place.path), path)}#${slug}`,
      digest,
    })),
  );
  if (uses.length > 0) {
    const [head = '', ...more] = pairLines('based_on', uses, DEFAULT_LAYOUT);
    lines.set('based_on', [`${head} # these texts as they are now; a change of one is a finding`, ...more]);
  }
  return lines;
}

function dataOf(values: readonly Sourced[]): YamlData {
  const [first, ...others] = values.map(each => each.value);
  return first !== undefined && others.length === 0 ? first : values.map(each => each.value);
}
