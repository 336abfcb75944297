import { isPlaceholderValue, marksIn } from '../../model/placeholders.ts';
import { type Metadata, textAt, textsAt } from '../../model/sectioned.ts';
import { isShrug } from '../../model/substance.ts';
import { substanceOfNode } from '../../model/yaml-placeholders.ts';
import { hint, inline, type KnownFact, labelled } from './known.ts';
import { resultsTable } from './results-table.ts';

/** What the front matter of a card or an assessment says towards a concept. */
export function frontMatterFacts(concept: string, metadata: Metadata): KnownFact[] {
  const facts: KnownFact[] = [];
  for (const each of ENTRIES[concept] ?? []) {
    const values = valuesOf(metadata, each.key);
    if (values.length === 0) continue;
    const source = `the front matter: ${each.key}`;
    const value = values.join(', ');
    if (each.hint === true) facts.push(hint(`${each.label}: ${value}`, source));
    else facts.push(labelled(each.label, value, source, each.labels));
  }
  if (concept === 'evaluation') facts.unshift(...resultsTable(metadata));
  if (concept === 'environmental-impact') facts.push(...emissions(metadata));
  return facts;
}

interface Entry {
  readonly key: string;
  readonly label: string;
  readonly labels?: readonly string[];
  readonly hint?: boolean;
}

/** Which keys say something towards which concept, in the order in which they are written. */
const ENTRIES: Readonly<Record<string, readonly Entry[]>> = {
  'model-details': [
    { key: 'model_name', label: 'Model name', labels: ['name', 'model'] },
    { key: 'version', label: 'Version', labels: ['model version'] },
    { key: 'pipeline_tag', label: 'Task', labels: ['task type', 'model task'] },
    { key: 'library_name', label: 'Library', labels: ['framework', 'library name'] },
    {
      key: 'base_model',
      label: 'Base model',
      labels: ['finetuned from model', 'fine-tuned from', 'finetuned from', 'parent model'],
    },
    { key: 'language', label: 'Language', labels: ['languages', 'language(s)', 'language(s) (nlp)'] },
  ],
  license: [
    { key: 'license', label: 'License', labels: ['licence', 'model license'] },
    { key: 'license_name', label: 'License name' },
    { key: 'license_link', label: 'License text' },
  ],
  'training-data': [
    { key: 'datasets', label: 'Datasets', labels: ['dataset', 'training data', 'trained on'] },
  ],
  'intended-use': [{ key: 'pipeline_tag', label: 'Task', hint: true }],
  evaluation: [{ key: 'metrics', label: 'Metrics', hint: true }],
  metrics: [{ key: 'metrics', label: 'Metrics' }],
  'third-parties': [{ key: 'base_model', label: 'Base model' }],
  'dataset-description': [{ key: 'pretty_name', label: 'Name', labels: ['dataset name'] }],
  languages: [{ key: 'language', label: 'Language', labels: ['languages', 'language(s)'] }],
  licensing: [
    { key: 'license', label: 'License', labels: ['licence'] },
    { key: 'license_name', label: 'License name' },
    { key: 'license_link', label: 'License text' },
  ],
  'supported-tasks': [
    { key: 'task_categories', label: 'Task categories', labels: ['tasks'] },
    { key: 'task_ids', label: 'Tasks' },
  ],
  structure: [{ key: 'size_categories', label: 'Size', hint: true }],
  annotations: [{ key: 'annotations_creators', label: 'Annotation', labels: ['annotators'] }],
  'source-data': [{ key: 'source_datasets', label: 'Source datasets', labels: ['source data'] }],
  scope: [{ key: 'version', label: 'Assessed version', labels: ['version', 'system version'] }],
  'review-triggers': [
    { key: 'triggers', label: 'Triggers', labels: ['review triggers'] },
    { key: 'review_by', label: 'Next review', labels: ['review by', 'due'] },
  ],
  approval: [
    { key: 'assessor', label: 'Assessor', labels: ['assessed by'] },
    { key: 'approver', label: 'Approver', labels: ['approved by'] },
    { key: 'status', label: 'Status', hint: true },
  ],
};

/** A key's values as inline Markdown; placeholders and values that say nothing are left out. */
function valuesOf(metadata: Metadata, key: string): string[] {
  return textsAt(metadata, key)
    .map(each => each.value.value)
    .filter(value => value.trim() !== '' && !isShrug(value) && !isPlaceholderValue(value))
    .filter(value => marksIn(value).length === 0)
    .map(inline);
}

function emissions(metadata: Metadata): KnownFact[] {
  const pair = metadata.get('co2_eq_emissions');
  if (pair === undefined || substanceOfNode(pair.value.value) !== 'text') return [];
  const source = 'the front matter: co2_eq_emissions';
  const plain = textAt(metadata, 'co2_eq_emissions')?.value.value;
  if (plain !== undefined)
    return [labelled('Emissions', `${inline(plain)} g CO2 equivalent`, source, ['carbon emitted'])];
  const node = pair.value.value;
  if (node.kind !== 'map') return [];
  return node.pairs.flatMap(each => {
    const label = each.key.kind === 'scalar' ? EMISSIONS[each.key.source] : undefined;
    if (label === undefined || each.value.kind !== 'scalar' || each.value.source === '') return [];
    return [labelled(label, inline(each.value.source), source, [label.toLowerCase()])];
  });
}

const EMISSIONS: Readonly<Record<string, string>> = {
  emissions: 'Emissions (g CO2 equivalent)',
  source: 'Measured with',
  training_type: 'Training type',
  geographical_location: 'Location',
  hardware_used: 'Hardware',
};
