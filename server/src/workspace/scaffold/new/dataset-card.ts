import { factsAround } from '../repository/sources.ts';
import { cardFront, type FrontKey } from './card-front.ts';
import { filledNote, STARTED } from './filled.ts';
import { systemLines } from './front.ts';
import type { NewKind } from './kind.ts';
import { contextOf, freshConcepts, sectionedText } from './sectioned.ts';

const KEYS: readonly FrontKey[] = [
  { key: 'pretty_name', topic: 'name', open: 'the name by which people know the dataset' },
  {
    key: 'license',
    topic: 'license',
    form: value =>
      value
        .replace(
          /^https?:\/\/(?:www\.)?(?:opensource|spdx)\.org\/licenses?\/([\w.-]+?)(?:\.html)?\/?$/i,
          '$1',
        )
        .toLowerCase(),
    open: 'the id of the licence under which the data may be used',
  },
  { key: 'language', open: 'the languages of the data, such as [en, de]' },
  { key: 'task_categories', open: 'the tasks that the data is for' },
  { key: 'size_categories', open: 'how many examples it has, such as 10K<n<100K' },
];

/** A dataset card with all sections, filled from the repository as far as it tells. */
export const newDatasetCard: NewKind = {
  kind: 'dataset-card',
  title: 'a dataset card',
  formats: ['markdown'],
  fileName: () => 'DATASET_CARD.md',
  write(place) {
    const facts = factsAround(place.path, place.graph);
    const concepts = freshConcepts(place.library.vocabulary('dataset-card').concepts);
    const text = sectionedText(
      {
        front: [
          'clausewright: dataset-card/1',
          ...systemLines(place),
          ...cardFront(KEYS, facts, place, 'dataset-card'),
        ],
        title: facts.find(each => each.topic === 'name')?.value ?? 'Dataset card',
        intro: [STARTED],
        concepts,
      },
      contextOf(place, 'dataset-card'),
    );
    return { text, notes: [filledNote(text)] };
  },
};
