import { hint } from '../known.ts';
import { factsAround, type SourcedFact } from '../repository/sources.ts';
import { asList, cardFront, type FrontKey } from './card-front.ts';
import { filledNote, STARTED } from './filled.ts';
import { systemLines } from './front.ts';
import type { NewKind, NewPlace } from './kind.ts';
import { contextOf, freshConcepts, sectionedText } from './sectioned.ts';

const KEYS: readonly FrontKey[] = [
  {
    key: 'license',
    topic: 'license',
    form: value => value.toLowerCase(),
    open: 'the id of the licence under which the model may be used',
  },
  { key: 'language', open: 'the languages that it takes in and gives back, such as [en, de]' },
  { key: 'library_name', topic: 'library', open: 'the library that loads it' },
  { key: 'pipeline_tag', topic: 'task', open: 'the task that it performs' },
  { key: 'base_model', topic: 'base-model', open: 'the model that it was made from, if any' },
  { key: 'datasets', topic: 'training-datasets', form: asList, open: 'the datasets that it was trained on' },
];

/** A model card with all sections, filled from the repository as far as it tells. */
export const newModelCard: NewKind = {
  kind: 'model-card',
  title: 'a model card',
  formats: ['markdown'],
  fileName: () => 'MODEL_CARD.md',
  write(place) {
    const facts = factsAround(place.path, place.graph);
    const concepts = freshConcepts(place.library.vocabulary('model-card').concepts);
    const text = sectionedText(
      {
        front: [
          'clausewright: model-card/1',
          ...systemLines(place),
          ...cardFront(KEYS, facts, place, 'model-card'),
          ...relation(facts),
        ],
        title: titleOf(facts, place),
        intro: [STARTED],
        concepts,
        facts: concept =>
          concept.id === 'contact' &&
          place.system.owner === undefined &&
          place.request.git?.origin !== undefined
            ? [hint('issues can be raised where the code lies', 'git: the address of origin')]
            : [],
      },
      contextOf(place, 'model-card'),
    );
    return { text, notes: [filledNote(text), ...hubNote(facts, place)] };
  },
};

/** How a model relates to its base: adapters say so themselves. */
function relation(facts: readonly SourcedFact[]): string[] {
  const adapted = facts.find(each => each.topic === 'fine-tuning');
  const based = facts.some(each => each.topic === 'base-model');
  return adapted === undefined || !based ? [] : ['base_model_relation: adapter'];
}

function titleOf(facts: readonly SourcedFact[], { system, request }: NewPlace): string {
  const said = (['name', 'cited-title'] as const)
    .map(topic => facts.find(each => each.topic === topic)?.value)
    .find(each => each !== undefined);
  const repository = request.git?.origin?.split('/').at(-1);
  return (said ?? system.name ?? repository ?? 'Model card').replace(/\s+/g, ' ');
}

/** The hub shows a README only. */
function hubNote(facts: readonly SourcedFact[], { path }: NewPlace): string[] {
  const model = facts.some(each => each.topic === 'architecture' || each.topic === 'fine-tuning');
  return model && !/readme\.md$/i.test(path)
    ? [
        'The Hugging Face hub shows README.md as the card: write it there with --output README.md, or link to it.',
      ]
    : [];
}
