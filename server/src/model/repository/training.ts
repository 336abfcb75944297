import { keyText, valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { factAt, type RepositoryFact, textOf } from './fact.ts';
import { factsByKey, isHubName } from './keys.ts';

/** `training_args` as JSON or YAML; the pickled form is never read. */
export function trainingArguments(root: YamlNode): RepositoryFact[] {
  const data = valueAt(root, 'dataset_name');
  const name = textOf(data);
  return [
    ...(name !== undefined && (isHubName(name) || /^[\w.-]+$/.test(name))
      ? factAt('training-datasets', data, 'dataset_name')
      : []),
    ...factsByKey(root, {
      num_train_epochs: 'epochs',
      learning_rate: 'learning-rate',
      per_device_train_batch_size: 'batch-size',
      gradient_accumulation_steps: 'accumulation',
      optim: 'optimizer',
      lr_scheduler_type: 'schedule',
      warmup_ratio: 'warmup',
      warmup_steps: 'warmup',
      weight_decay: 'weight-decay',
      seed: 'seed',
    }).filter(each => !(each.topic === 'warmup' && Number(each.value) === 0)),
    ...['bf16', 'fp16'].flatMap(key => {
      const node = valueAt(root, key);
      return node?.kind === 'scalar' && node.value === true ? factAt('mixed-precision', node, key, key) : [];
    }),
  ];
}

/** `trainer_state.json`: how far training went. */
export function trainerState(root: YamlNode): RepositoryFact[] {
  if (valueAt(root, 'global_step') === undefined && valueAt(root, 'log_history') === undefined) return [];
  return factsByKey(root, {
    epoch: 'epochs',
    global_step: 'steps',
    train_batch_size: 'batch-size',
    total_flos: 'operations',
    best_metric: 'best-metric',
  });
}

/** Numbers of a run that say nothing of how good the model is. */
const NO_METRIC =
  /(?:^|_)(?:(?:runtime|samples|samples_per_second|steps_per_second|epoch|step|total_flos|jit_compilation_time)$|mem_)/;

/** `all_results.json` and `eval_results.json`: the numbers of a run by name. */
export function runResults(root: YamlNode): RepositoryFact[] {
  if (root.kind !== 'map') return [];
  const metrics = root.pairs.flatMap(({ key, value }) => {
    const name = keyText(key) ?? '';
    const measured = value.kind === 'scalar' && typeof value.value === 'number';
    if (!measured || name.length > 100 || NO_METRIC.test(name) || name.startsWith('train_')) return [];
    return factAt('metric', value, name, undefined, { of: name.replace(/^(?:eval|test|predict)_/, '') });
  });
  return [
    ...metrics,
    ...factsByKey(root, {
      train_samples: 'training-samples',
      eval_samples: 'evaluation-samples',
      train_runtime: 'training-time',
      total_flos: 'operations',
    }),
  ];
}

/** A file of `.eval_results`: results with the dataset that each was measured on. */
export function evaluationResults(root: YamlNode): RepositoryFact[] {
  const items = root.kind === 'seq' ? root.items : [];
  return items.flatMap(item => {
    const value = valueAt(item, 'value');
    const data = valueAt(item, 'dataset');
    const on = textOf(valueAt(data, 'id')) ?? textOf(data);
    const of =
      textOf(valueAt(item, 'type')) ??
      textOf(valueAt(item, 'metric')) ??
      textOf(valueAt(item, 'name')) ??
      textOf(valueAt(data, 'task_id'));
    if (of === undefined || on === undefined) return [];
    return factAt('metric', value, `${of} on ${on}`, undefined, { of, on });
  });
}
