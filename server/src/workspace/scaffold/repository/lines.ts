import type { Topic } from '../../../model/repository/fact.ts';

/** How a topic is written in a section. */
export interface FactLine {
  readonly topic: Topic;
  readonly label: string;
  /** Other labels, lower-case, under which authors write it. */
  readonly labels?: readonly string[];
  /** Whether it only helps to answer the section. */
  readonly hint?: true;
}

/** Which facts of the repository answer which section, in the order in which they are written. */
export const FACT_LINES: Readonly<Record<string, readonly FactLine[]>> = {
  'model-card/model-details': [
    { topic: 'name', label: 'Model name', labels: ['name', 'model'] },
    { topic: 'cited-title', label: 'Title in the citation file', hint: true },
    { topic: 'package', label: 'Name of the package', hint: true },
    { topic: 'authors', label: 'Developed by', labels: ['developers', 'authors', 'author', 'developer'] },
    { topic: 'model-type', label: 'Model type', labels: ['type', 'architecture family'] },
    { topic: 'task', label: 'Task', labels: ['task type', 'model task'] },
    {
      topic: 'base-model',
      label: 'Base model',
      labels: ['finetuned from model', 'fine-tuned from', 'finetuned from', 'parent model'],
    },
    { topic: 'library', label: 'Library', labels: ['framework', 'library name'] },
    { topic: 'library-version', label: 'Version of transformers' },
    { topic: 'repository', label: 'Repository', labels: ['source code', 'code'] },
  ],
  'model-card/overview': [{ topic: 'description', label: 'Description' }],
  'model-card/architecture': [
    { topic: 'architecture', label: 'Architecture', labels: ['model architecture'] },
    { topic: 'layers', label: 'Layers', labels: ['number of layers'] },
    { topic: 'hidden-size', label: 'Hidden size' },
    { topic: 'attention-heads', label: 'Attention heads' },
    { topic: 'vocabulary-size', label: 'Vocabulary size' },
    {
      topic: 'context-length',
      label: 'Longest input (tokens)',
      labels: ['context length', 'maximum sequence length'],
    },
    { topic: 'precision', label: 'Precision of the weights', labels: ['precision', 'dtype'] },
    { topic: 'quantization', label: 'Quantization' },
    { topic: 'classes', label: 'Output classes', labels: ['classes', 'labels'] },
  ],
  'model-card/how-to-use': [{ topic: 'generation-defaults', label: 'Default', hint: true }],
  'model-card/training-data': [
    { topic: 'training-datasets', label: 'Datasets', labels: ['dataset', 'training data', 'trained on'] },
    { topic: 'training-samples', label: 'Training examples', labels: ['training samples', 'train size'] },
  ],
  'model-card/preprocessing': [
    { topic: 'tokenizer', label: 'Tokenizer' },
    { topic: 'tokenizer-length', label: 'Inputs are cut at (tokens)' },
  ],
  'model-card/training-procedure': [
    { topic: 'fine-tuning', label: 'Fine-tuning method' },
    { topic: 'lora-rank', label: 'LoRA rank' },
    { topic: 'lora-alpha', label: 'LoRA alpha' },
    { topic: 'lora-dropout', label: 'LoRA dropout' },
    { topic: 'lora-targets', label: 'Adapted modules' },
    { topic: 'epochs', label: 'Epochs', labels: ['number of epochs', 'num_epochs', 'num_train_epochs'] },
    { topic: 'steps', label: 'Training steps', labels: ['steps', 'training_steps'] },
    { topic: 'learning-rate', label: 'Learning rate', labels: ['learning_rate'] },
    { topic: 'batch-size', label: 'Batch size per device', labels: ['train_batch_size', 'batch size'] },
    { topic: 'accumulation', label: 'Gradient accumulation steps', labels: ['gradient_accumulation_steps'] },
    { topic: 'optimizer', label: 'Optimizer', labels: ['optimiser'] },
    { topic: 'schedule', label: 'Learning rate schedule', labels: ['lr_scheduler_type'] },
    { topic: 'warmup', label: 'Warm-up' },
    { topic: 'weight-decay', label: 'Weight decay' },
    {
      topic: 'mixed-precision',
      label: 'Training regime',
      labels: ['mixed precision', 'mixed_precision_training'],
    },
    { topic: 'seed', label: 'Seed', labels: ['random seed'] },
    { topic: 'best-metric', label: 'Best value of the metric that chose the checkpoint', hint: true },
  ],
  'model-card/compute': [
    { topic: 'training-time', label: 'Training time (seconds)' },
    { topic: 'operations', label: 'Floating-point operations' },
  ],
  'model-card/evaluation': [{ topic: 'evaluation-samples', label: 'Examples evaluated on' }],
  'model-card/third-parties': [{ topic: 'base-model', label: 'Base model' }],
  'model-card/license': [{ topic: 'license', label: 'License', labels: ['licence', 'model license'] }],
  'model-card/versioning': [
    { topic: 'version', label: 'Version', labels: ['model version'] },
    { topic: 'package-version', label: 'Version of the package', hint: true },
    { topic: 'released', label: 'Released', labels: ['release date'] },
  ],
  'model-card/contact': [{ topic: 'contact', label: 'Contact', labels: ['point of contact', 'email'] }],
  'model-card/citation': [
    { topic: 'cited-title', label: 'Title' },
    { topic: 'authors', label: 'Authors' },
    { topic: 'doi', label: 'DOI' },
  ],
  'dataset-card/dataset-description': [
    { topic: 'name', label: 'Name', labels: ['dataset name'] },
    { topic: 'description', label: 'Description' },
    { topic: 'homepage', label: 'Homepage' },
    { topic: 'repository', label: 'Repository', hint: true },
  ],
  'dataset-card/structure': [
    { topic: 'dataset-size', label: 'Size (bytes)' },
    { topic: 'download-size', label: 'Download (bytes)' },
  ],
  'dataset-card/curators': [{ topic: 'authors', label: 'Curated by', labels: ['creators', 'curators'] }],
  'dataset-card/licensing': [{ topic: 'license', label: 'License', labels: ['licence'] }],
  'dataset-card/maintenance': [
    { topic: 'version', label: 'Version' },
    { topic: 'released', label: 'Published' },
  ],
  'dataset-card/contact': [{ topic: 'contact', label: 'Contact', labels: ['point of contact', 'email'] }],
  'dataset-card/citation': [
    { topic: 'cited-title', label: 'Title' },
    { topic: 'authors', label: 'Authors' },
    { topic: 'doi', label: 'DOI' },
    { topic: 'citation', label: 'Citation' },
  ],
};
