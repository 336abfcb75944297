import { valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { factAt, type RepositoryFact, textOf } from './fact.ts';
import { factsByKey, isHubName } from './keys.ts';

/** `config.json` of a model; nothing for a file of that name with another purpose. */
export function modelConfig(root: YamlNode): RepositoryFact[] {
  const architectures = valueAt(root, 'architectures');
  if (architectures === undefined && valueAt(root, 'model_type') === undefined) return [];
  const library = valueAt(root, 'transformers_version');
  const quantization = valueAt(root, 'quantization_config');
  const first = architectures?.kind === 'seq' ? architectures.items[0] : undefined;
  return [
    ...factAt('library', library, 'transformers_version', 'transformers'),
    ...factAt('task', first, 'architectures[0]', taskOf(textOf(first) ?? '')),
    ...factsByKey(root, {
      model_type: 'model-type',
      architectures: 'architecture',
      num_hidden_layers: 'layers',
      n_layer: 'layers',
      num_layers: 'layers',
      hidden_size: 'hidden-size',
      n_embd: 'hidden-size',
      d_model: 'hidden-size',
      dim: 'hidden-size',
      num_attention_heads: 'attention-heads',
      n_head: 'attention-heads',
      vocab_size: 'vocabulary-size',
      max_position_embeddings: 'context-length',
      n_positions: 'context-length',
      torch_dtype: 'precision',
      dtype: 'precision',
      transformers_version: 'library-version',
    }),
    ...factAt('quantization', valueAt(quantization, 'quant_method'), 'quantization_config.quant_method'),
    ...classes(valueAt(root, 'id2label')),
    ...baseModel(valueAt(root, '_name_or_path')),
  ];
}

/** The model that a configuration was made from, where it names one of a hub. */
function baseModel(node: YamlNode | undefined): RepositoryFact[] {
  const name = textOf(node);
  return name === undefined || !isHubName(name) ? [] : factAt('base-model', node, '_name_or_path');
}

/** Names of the output classes; the names that a library gives by itself say nothing. */
function classes(node: YamlNode | undefined): RepositoryFact[] {
  if (node?.kind !== 'map' || node.pairs.length === 0 || node.pairs.length > 40) return [];
  const names = node.pairs.map(pair => textOf(pair.value));
  const named = names.every(name => name !== undefined && !/^LABEL_\d+$/i.test(name));
  return named ? factAt('classes', node, 'id2label', names.join(', ')) : [];
}

/** What the head of an architecture is for, as the hub reads it. */
const HEADS: Readonly<Record<string, string>> = {
  ForSequenceClassification: 'text-classification',
  ForTokenClassification: 'token-classification',
  ForQuestionAnswering: 'question-answering',
  ForCausalLM: 'text-generation',
  LMHeadModel: 'text-generation',
  ForMaskedLM: 'fill-mask',
  ForImageClassification: 'image-classification',
  ForObjectDetection: 'object-detection',
  ForSemanticSegmentation: 'image-segmentation',
  ForAudioClassification: 'audio-classification',
  ForCTC: 'automatic-speech-recognition',
  ForSpeechSeq2Seq: 'automatic-speech-recognition',
};

function taskOf(architecture: string): string | undefined {
  return Object.entries(HEADS).find(([head]) => architecture.endsWith(head))?.[1];
}

/** `tokenizer_config.json`. A length that means "no limit" is no fact. */
export function tokenizerConfig(root: YamlNode): RepositoryFact[] {
  const length = valueAt(root, 'model_max_length');
  const limit = Number(textOf(length));
  return [
    ...factsByKey(root, { tokenizer_class: 'tokenizer' }),
    ...(limit > 0 && limit < 1e8 ? factAt('tokenizer-length', length, 'model_max_length') : []),
  ];
}

const DEFAULTS = [
  'do_sample',
  'temperature',
  'top_p',
  'top_k',
  'num_beams',
  'repetition_penalty',
  'max_new_tokens',
  'max_length',
];

/** `generation_config.json`: what is used where a caller says nothing. */
export function generationConfig(root: YamlNode): RepositoryFact[] {
  return DEFAULTS.flatMap(key =>
    factAt('generation-defaults', valueAt(root, key), key, undefined, { of: key }),
  );
}

const TASK_TYPES: Readonly<Record<string, string>> = {
  CAUSAL_LM: 'text-generation',
  SEQ_CLS: 'text-classification',
  TOKEN_CLS: 'token-classification',
  QUESTION_ANS: 'question-answering',
};

/** `adapter_config.json` of a model that was fine-tuned with adapters. */
export function adapterConfig(root: YamlNode): RepositoryFact[] {
  const method = valueAt(root, 'peft_type');
  const base = valueAt(root, 'base_model_name_or_path');
  if (method === undefined && base === undefined) return [];
  const name = textOf(base);
  const task = valueAt(root, 'task_type');
  return [
    ...(name !== undefined && isHubName(name) ? factAt('base-model', base, 'base_model_name_or_path') : []),
    ...factAt('library', method, 'peft_type', 'peft'),
    ...factAt('task', task, 'task_type', TASK_TYPES[textOf(task) ?? '']),
    ...factsByKey(root, {
      peft_type: 'fine-tuning',
      r: 'lora-rank',
      lora_alpha: 'lora-alpha',
      lora_dropout: 'lora-dropout',
      target_modules: 'lora-targets',
    }),
  ];
}
