import { parseJson } from '../../syntax/json/parse.ts';
import type { YamlNode } from '../../syntax/yaml/nodes.ts';
import { parseYaml } from '../../syntax/yaml/parse.ts';
import { rootOf } from '../../syntax/yaml/root.ts';
import { billOfMaterials } from './bom.ts';
import { croissant, datasetInfos } from './data.ts';
import type { RepositoryFact } from './fact.ts';
import { pyproject, setupConfig } from './ini.ts';
import { citation } from './project.ts';
import { evaluationResults, runResults, trainerState, trainingArguments } from './training.ts';
import { adapterConfig, generationConfig, modelConfig, tokenizerConfig } from './transformers.ts';

/** More than this is a log or data rather than a file that describes something. In UTF-16 code units. */
const MOST = 8_000_000;
/** The same for YAML, which takes longer to read. */
const MOST_YAML = 1_000_000;

type Reader =
  | { readonly names: RegExp; readonly data: (root: YamlNode) => RepositoryFact[] }
  | { readonly names: RegExp; readonly text: (text: string) => RepositoryFact[] };

/** Which files tell facts, by name; what they hold decides whether they do. */
const READERS: readonly Reader[] = [
  { names: /^adapter_config\.json$/, data: adapterConfig },
  { names: /^config\.json$/, data: modelConfig },
  { names: /^generation_config\.json$/, data: generationConfig },
  { names: /^tokenizer_config\.json$/, data: tokenizerConfig },
  { names: /^training_args\.(?:json|ya?ml)$/, data: trainingArguments },
  { names: /^trainer_state\.json$/, data: trainerState },
  { names: /^(?:all|eval|test|predict)_results\.json$/, data: runResults },
  { names: /^dataset_infos?\.json$/, data: datasetInfos },
  { names: /^(?:[\w.-]+[-_.])?croissant\.json$/i, data: croissant },
  { names: /^(?:ml-?bom|bom|sbom|[\w.-]+\.cdx)\.json$/i, data: billOfMaterials },
  { names: /^CITATION\.cff$/i, data: citation },
  { names: /^pyproject\.toml$/, text: pyproject },
  { names: /^setup\.cfg$/, text: setupConfig },
];

const EVALUATIONS = /(?:^|\/)\.eval_results\/[^/]+\.ya?ml$/;

function readerOf(path: string): Reader | undefined {
  if (EVALUATIONS.test(path)) return { names: EVALUATIONS, data: evaluationResults };
  const name = path.slice(path.lastIndexOf('/') + 1);
  return READERS.find(each => each.names.test(name));
}

/** Whether a file can tell facts of the repository, by its name alone. */
export function mayTellFacts(path: string): boolean {
  return readerOf(path) !== undefined;
}

/** What a file says of the model, the data or the project that it belongs to. Total: a file at fault says nothing. */
export function repositoryFactsOf(path: string, text: string): readonly RepositoryFact[] {
  const reader = readerOf(path);
  if (reader === undefined || text.length > MOST) return [];
  if ('text' in reader) return reader.text(text);
  const root = rootNode(path, text);
  return root === undefined ? [] : reader.data(root);
}

function rootNode(path: string, text: string): YamlNode | undefined {
  if (/\.json$/i.test(path)) return parseJson(text);
  if (text.length > MOST_YAML) return undefined;
  const tree = parseYaml(text, { start: 0, end: text.length });
  return tree.problems.length > 0 ? undefined : rootOf(tree);
}
