import { pairOf, valueAt, type YamlNode, type YamlPair } from '../syntax/yaml/nodes.ts';
import type { YamlTree } from '../syntax/yaml/tree.ts';
import type { Placed } from '../text/span.ts';
import { plain } from './config.ts';
import { isToolkitCard } from './exchange/toolkit.ts';
import { ownParts } from './own-card.ts';
import { modelComponents } from './repository/bom.ts';
import type { SectionedModel } from './sectioned.ts';

/** A field of a card in another format, and the concept that it stands for. */
export interface DataPart {
  /** Id of the concept in the vocabulary of model cards. */
  readonly concept: string;
  /** JSON pointer, as links to it are written behind `#`. */
  readonly pointer: string;
  readonly pair: Placed<YamlPair>;
}

const NAME =
  /(?:^|[^\p{L}])model[-_. ]?card[^/]*\.(?:json|ya?ml)$|(?:^|\/)(?:ml-?bom|bom|[\w.-]+\.cdx)\.json$/iu;
const REACH = 4_000_000;

/** Whether a file is called a model card, so that its content alone decides whether it is one. */
export function isNamedCard(path: string): boolean {
  return /model[-_. ]?card[^/]*$/i.test(path);
}

/** Whether a file can be a model card in another format, by its name. */
export function mayBeDataCard(path: string): boolean {
  return NAME.test(path);
}

/**
 * A model card of the Model Card Toolkit, the model of a CycloneDX bill of materials, or a card with keys of its own,
 * such as `intended_use:`, as a model whose sections are fields of the data. Undefined for data that is none of these,
 * or a bill of several models. It is read and never edited.
 */
export function dataCardOf(root: YamlNode, yaml: YamlTree): SectionedModel | undefined {
  const parts = partsOf(root);
  if (parts.length === 0) return undefined;
  return {
    kind: 'model-card',
    form: 'yaml',
    frontMatter: undefined,
    yaml,
    body: undefined,
    metadata: new Map(),
    outline: [],
    data: parts,
  };
}

/** Whether a text is short enough to be read as a card while somebody types. */
export function isCardSized(text: string): boolean {
  return text.length <= REACH;
}

function partsOf(root: YamlNode): readonly DataPart[] {
  const isBill = valueAt(root, 'bomFormat') !== undefined;
  const models = modelComponents(root);
  const [model] = isBill ? models : [];
  if (model !== undefined && models.length === 1 && valueAt(model.node, 'modelCard')?.kind === 'map') {
    const base = `/${model.pointer.replace(/\[(\d+)\]/g, '/$1').replaceAll('.', '/')}`;
    return Object.entries(CYCLONEDX).flatMap(([path, concept]) => partAt(model.node, path, base, concept));
  }
  const toolkit =
    (valueAt(root, 'model_details') !== undefined || valueAt(root, 'considerations') !== undefined) &&
    isToolkitCard(plain(root));
  const known = toolkit
    ? Object.entries(TOOLKIT).flatMap(([path, concept]) => partAt(root, path, '', concept))
    : [];
  return known.length > 0 || isBill ? known : ownParts(root);
}

function partAt(root: YamlNode, path: string, base: string, concept: string): DataPart[] {
  const keys = path.split('/');
  const last = keys.pop() ?? '';
  const above = keys.reduce<YamlNode | undefined>((node, key) => valueAt(node, key), root);
  const pair = pairOf(above, last);
  return pair === undefined ? [] : [{ concept, pointer: `${base}/${path}`, pair: { start: 0, value: pair } }];
}

const TOOLKIT: Readonly<Record<string, string>> = {
  'model_details/name': 'model-details',
  'model_details/overview': 'overview',
  'model_details/owners': 'contact',
  'model_details/version': 'versioning',
  'model_details/licenses': 'license',
  'model_details/citations': 'citation',
  'model_parameters/model_architecture': 'architecture',
  'model_parameters/data': 'training-data',
  'quantitative_analysis/performance_metrics': 'evaluation',
  'considerations/users': 'intended-use',
  'considerations/use_cases': 'intended-use',
  'considerations/limitations': 'limitations',
  'considerations/tradeoffs': 'limitations',
  'considerations/ethical_considerations': 'ethical-considerations',
};

const CYCLONEDX: Readonly<Record<string, string>> = {
  name: 'model-details',
  description: 'overview',
  authors: 'contact',
  licenses: 'license',
  version: 'versioning',
  pedigree: 'third-parties',
  'modelCard/modelParameters/approach': 'training-procedure',
  'modelCard/modelParameters/modelArchitecture': 'architecture',
  'modelCard/modelParameters/datasets': 'training-data',
  'modelCard/quantitativeAnalysis/performanceMetrics': 'evaluation',
  'modelCard/considerations/users': 'intended-use',
  'modelCard/considerations/useCases': 'intended-use',
  'modelCard/considerations/technicalLimitations': 'limitations',
  'modelCard/considerations/performanceTradeoffs': 'limitations',
  'modelCard/considerations/ethicalConsiderations': 'ethical-considerations',
  'modelCard/considerations/fairnessAssessments': 'fairness',
  'modelCard/considerations/environmentalConsiderations': 'environmental-impact',
};
