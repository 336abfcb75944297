import type { DocumentKind } from '../../model/kinds.ts';
import { LICENSES, PIPELINE_TAGS, RELATIONS, SIZES } from './card-values.ts';

/** A front-matter key of a model or dataset card. Descriptions are our own words. */
export interface CardKey {
  readonly name: string;
  readonly summary: string;
  readonly shape: 'text' | 'list' | 'map' | 'flag';
  readonly values?: readonly { readonly value: string; readonly meaning: string }[];
  /** Whether no other value is accepted. */
  readonly closed?: boolean;
}

const OWN: readonly CardKey[] = [
  {
    name: 'system',
    shape: 'text',
    summary:
      'Id of the AI system that this card belongs to, as its control mapping names it. Without it the nearest mapping up the folders counts.',
  },
  {
    name: 'controls',
    shape: 'list',
    summary:
      'Controls that this card evidences as a whole. A single section claims its own with `<!-- evidence: A.7.5 -->`.',
  },
];

const MARK = (kind: string): CardKey => ({
  name: 'clausewright',
  shape: 'text',
  summary: 'Says what this file is, whatever its name.',
  values: [{ value: `${kind}/1`, meaning: '' }],
  closed: true,
});

const SHARED: readonly CardKey[] = [
  {
    name: 'license',
    shape: 'text',
    summary:
      'Licence, as one of the ids that the Hugging Face hub knows, in lower case. `other` asks for `license_name` and `license_link`. Third-party terms matter for A.10.3.',
    values: LICENSES,
  },
  { name: 'license_name', shape: 'text', summary: 'Name of the licence where `license` is `other`.' },
  {
    name: 'license_link',
    shape: 'text',
    summary: 'Where the licence text is, a file such as LICENSE or an address, where `license` is `other`.',
  },
  {
    name: 'language',
    shape: 'list',
    summary:
      'Languages of the data, as ISO 639 codes such as `en`; `code` for program code, `multilingual` for many. Put `no` (Norwegian) in quotes, or YAML 1.1 readers take it for false.',
  },
  { name: 'tags', shape: 'list', summary: 'Free words by which the hub finds the card.' },
  {
    name: 'pretty_name',
    shape: 'text',
    summary: 'Name for people, where the repository name is hard to read.',
  },
  {
    name: 'thumbnail',
    shape: 'text',
    summary: 'Address of a picture that is shown when the card is shared.',
  },
  {
    name: 'extra_gated_prompt',
    shape: 'text',
    summary: 'Text that a person agrees to before the files can be downloaded.',
  },
  {
    name: 'extra_gated_fields',
    shape: 'map',
    summary: 'Questions that a person answers before the files can be downloaded.',
  },
];

const MODEL: readonly CardKey[] = [
  { name: 'model_name', shape: 'text', summary: 'Name of the model where it differs from the repository’s.' },
  {
    name: 'base_model',
    shape: 'list',
    summary:
      'Models that this one was made from, as hub ids. They are third-party components that A.10.3 asks about.',
  },
  {
    name: 'base_model_relation',
    shape: 'text',
    summary: 'How this model was made from `base_model`.',
    values: RELATIONS,
    closed: true,
  },
  { name: 'new_version', shape: 'text', summary: 'Hub id of the model that replaces this one.' },
  {
    name: 'library_name',
    shape: 'text',
    summary: 'Library that loads the model. It is one of the tooling resources that A.4.4 asks for.',
    values: [
      'transformers',
      'diffusers',
      'sentence-transformers',
      'sklearn',
      'keras',
      'timm',
      'peft',
      'onnx',
      'spacy',
      'fastai',
      'flair',
      'gguf',
      'mlx',
      'xgboost',
    ].map(value => ({ value, meaning: '' })),
  },
  {
    name: 'pipeline_tag',
    shape: 'text',
    summary: 'Task of the model; decides how the hub lists it and which widget it shows.',
    values: PIPELINE_TAGS,
  },
  {
    name: 'datasets',
    shape: 'list',
    summary:
      'Data sets that the model was trained or evaluated on, as hub ids. Supports A.7.2 and A.4.3 when the card says more about them.',
  },
  {
    name: 'metrics',
    shape: 'list',
    summary:
      'Metrics that the model was evaluated with, such as `accuracy` or `f1`. The values belong in a section on evaluation (A.6.2.4).',
  },
  {
    name: 'model-index',
    shape: 'list',
    summary:
      'Evaluation results as data: for each model its tasks, data sets and metric values. An entry without `task.type`, `dataset.type`, `dataset.name`, `metrics.type` or `metrics.value` is not loaded.',
  },
  {
    name: 'co2_eq_emissions',
    shape: 'map',
    summary:
      'Estimated emissions in grams of CO₂ equivalent: `emissions`, `source`, `training_type`, `geographical_location`, `hardware_used`. Supports A.5.5 and A.4.5.',
  },
  { name: 'widget', shape: 'list', summary: 'Example inputs for the hub’s widget.' },
  {
    name: 'inference',
    shape: 'flag',
    summary: 'Whether the hub offers to run the model; a map sets its parameters.',
  },
];

const codes = (...values: string[]): readonly { readonly value: string; readonly meaning: string }[] =>
  values.map(value => ({ value, meaning: '' }));

const DATASET: readonly CardKey[] = [
  {
    name: 'annotations_creators',
    shape: 'list',
    summary: 'Who made the labels. How they were made belongs in a section (A.7.3, A.7.4).',
    values: codes('crowdsourced', 'expert-generated', 'found', 'machine-generated', 'no-annotation', 'other'),
  },
  {
    name: 'language_creators',
    shape: 'list',
    summary: 'Who wrote the text in the data.',
    values: codes('crowdsourced', 'expert-generated', 'found', 'machine-generated', 'other'),
  },
  {
    name: 'multilinguality',
    shape: 'list',
    summary: 'Whether the data holds one language, several, or translations.',
    values: codes('monolingual', 'multilingual', 'translation', 'other'),
  },
  {
    name: 'size_categories',
    shape: 'list',
    summary: 'Number of records, as a range.',
    values: SIZES,
    closed: true,
  },
  {
    name: 'source_datasets',
    shape: 'list',
    summary:
      'Data sets that this one was made from; `original` for new data. It is the start of provenance, which A.7.5 asks for.',
    values: codes('original', 'extended'),
  },
  {
    name: 'task_categories',
    shape: 'list',
    summary: 'Tasks that the data is meant for.',
    values: PIPELINE_TAGS,
  },
  { name: 'task_ids', shape: 'list', summary: 'Narrower tasks, such as `sentiment-classification`.' },
  { name: 'paperswithcode_id', shape: 'text', summary: 'Id of the data set at Papers with Code.' },
  { name: 'config_names', shape: 'list', summary: 'Names of the variants that can be loaded.' },
  {
    name: 'configs',
    shape: 'list',
    summary: 'Variants that can be loaded, each with `config_name` and `data_files`.',
  },
  {
    name: 'dataset_info',
    shape: 'map',
    summary: 'Features, splits and sizes, as the hub’s tools write them.',
  },
];

/** The front-matter keys of a kind of card, in the order in which they are offered; empty for other kinds. */
export function cardKeys(kind: DocumentKind): readonly CardKey[] {
  if (kind === 'model-card') return [...MODEL_ORDER, MARK(kind)];
  if (kind === 'dataset-card') return [...DATASET_ORDER, MARK(kind)];
  return [];
}

const MODEL_ORDER: readonly CardKey[] = [...OWN, ...SHARED, ...MODEL];
const DATASET_ORDER: readonly CardKey[] = [...OWN, ...SHARED, ...DATASET];
