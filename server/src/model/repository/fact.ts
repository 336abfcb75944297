import type { YamlNode } from '../../syntax/yaml/nodes.ts';
import type { Local } from '../../text/span.ts';

/** What a fact is about, whatever file says it. */
export type Topic =
  | 'name'
  | 'description'
  | 'version'
  | 'released'
  | 'license'
  | 'authors'
  | 'contact'
  | 'homepage'
  | 'repository'
  | 'doi'
  | 'citation'
  | 'cited-title'
  | 'package'
  | 'package-version'
  | 'library'
  | 'library-version'
  | 'task'
  | 'base-model'
  | 'model-type'
  | 'architecture'
  | 'layers'
  | 'hidden-size'
  | 'attention-heads'
  | 'vocabulary-size'
  | 'context-length'
  | 'precision'
  | 'quantization'
  | 'classes'
  | 'tokenizer'
  | 'tokenizer-length'
  | 'generation-defaults'
  | 'fine-tuning'
  | 'lora-rank'
  | 'lora-alpha'
  | 'lora-dropout'
  | 'lora-targets'
  | 'epochs'
  | 'steps'
  | 'learning-rate'
  | 'batch-size'
  | 'accumulation'
  | 'optimizer'
  | 'schedule'
  | 'warmup'
  | 'weight-decay'
  | 'mixed-precision'
  | 'seed'
  | 'best-metric'
  | 'training-time'
  | 'operations'
  | 'training-samples'
  | 'evaluation-samples'
  | 'training-datasets'
  | 'metric'
  | 'split'
  | 'field'
  | 'download-size'
  | 'dataset-size';

/** One thing that a file of the repository says. The span is that of the value, in the file. */
export interface RepositoryFact extends Local {
  readonly topic: Topic;
  /** As the file writes it, on one line; lists are joined by commas. */
  readonly value: string;
  /** Where it stands in the file: keys joined by dots, list places in brackets. */
  readonly pointer: string;
  /** What the value is of, where one topic has several: a metric's name, a split, a field. */
  readonly of?: string;
  /** For a metric the dataset that it was measured on. */
  readonly on?: string;
}

/** A list longer than this is better read where it stands. */
const MOST_LISTED = 40;
/** A longer value is no fact for a line. */
const LONGEST = 600;

/** A value as text on one line; undefined where it says nothing, or too much for a line. */
export function textOf(node: YamlNode | undefined): string | undefined {
  if (node?.kind === 'scalar') {
    const text = node.source.replace(/\s+/g, ' ').trim();
    return node.value === null || text === '' || text.length > LONGEST ? undefined : text;
  }
  if (node?.kind !== 'seq' || node.items.length === 0 || node.items.length > MOST_LISTED) return undefined;
  const items = node.items.map(item => (item.kind === 'scalar' ? textOf(item) : undefined));
  return items.every(item => item !== undefined) ? items.join(', ') : undefined;
}

/** A fact whose value is a node's text; nothing where it has none. */
export function factAt(
  topic: Topic,
  node: YamlNode | undefined,
  pointer: string,
  value = textOf(node),
  more: Pick<RepositoryFact, 'of' | 'on'> = {},
): RepositoryFact[] {
  return node === undefined || value === undefined || value === ''
    ? []
    : [{ topic, value, pointer, from: node.from, to: node.to, ...more }];
}
