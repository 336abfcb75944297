import type { Topic } from '../../../model/repository/fact.ts';
import { folderOf, relativePath } from '../../paths.ts';
import { licenseNear } from '../repository/license.ts';
import { sourceOf } from '../repository/section-facts.ts';
import type { SourcedFact } from '../repository/sources.ts';
import type { YamlData } from '../yaml-write.ts';
import { sourcedLines } from './front.ts';
import type { NewPlace } from './kind.ts';

/** A key of the front matter, the fact that gives its value, and what to ask where none does. */
export interface FrontKey {
  readonly key: string;
  readonly topic?: Topic;
  /** The value in the form that the key takes. */
  readonly form?: (value: string) => YamlData;
  readonly open: string;
}

/** The front matter of a card: what files say with its source, and what no file says as a comment. */
export function cardFront(
  keys: readonly FrontKey[],
  facts: readonly SourcedFact[],
  place: NewPlace,
  kind: string,
): string[] {
  return keys.flatMap(({ key, topic, form, open }) => {
    const fact = topic === undefined ? undefined : facts.find(each => each.topic === topic);
    if (fact !== undefined)
      return sourcedLines(key, (form ?? String)(fact.value), sourceOf(fact, place.path));
    const license = key === 'license' ? licenseNear(place.path, kind, place.graph) : undefined;
    if (license !== undefined)
      return sourcedLines(
        key,
        license.data.spdx.toLowerCase(),
        relativePath(folderOf(place.path), license.path),
      );
    return [`# ${key}: not known from the repository; ${open}`];
  });
}

/** A list of one, or of what commas part. */
export function asList(value: string): readonly string[] {
  return value.split(',').map(each => each.trim());
}
