import { keyText, type YamlNode, type YamlPair } from '../syntax/yaml/nodes.ts';
import type { DataPart } from './data-card.ts';

/** What the keys of cards that teams write in YAML or JSON stand for, by key without case, blanks and marks. */
const CONCEPTS: Readonly<Record<string, readonly string[]>> = {
  'model-details': [
    'name',
    'modelname',
    'modelid',
    'modeltype',
    'modelidentity',
    'modeldetails',
    'displayname',
  ],
  overview: ['description', 'overview', 'summary', 'shortdescription', 'modeldescription', 'purpose'],
  architecture: ['architecture', 'modelarchitecture', 'technicalspecifications'],
  'intended-use': [
    'intendeduse',
    'intendeduses',
    'intendedusers',
    'usecases',
    'uses',
    'primaryuses',
    'primaryusers',
  ],
  'out-of-scope-use': [
    'outofscope',
    'outofscopeuse',
    'outofscopeuses',
    'outofscopeusecases',
    'prohibiteduses',
    'misuse',
  ],
  limitations: [
    'limitations',
    'knownlimitations',
    'caveats',
    'caveatsandrecommendations',
    'modelcaveatsandrecommendations',
  ],
  'training-data': [
    'trainingdata',
    'trainingdatasets',
    'trainingdataset',
    'datasets',
    'dataset',
    'trainingdatadescription',
  ],
  'training-procedure': [
    'training',
    'trainingprocedure',
    'trainingdetails',
    'traininginformation',
    'trainingmethodology',
  ],
  evaluation: [
    'evaluation',
    'evaluationdata',
    'evaluationresults',
    'performance',
    'performancemetrics',
    'metrics',
    'quantitativeanalyses',
    'quantitativeanalysis',
    'results',
    'benchmarkperformance',
  ],
  fairness: ['fairness', 'bias', 'biases', 'fairnessandbias', 'biasandfairness'],
  'ethical-considerations': ['ethicalconsiderations', 'ethics', 'risks', 'modelethicalconsiderations'],
  'human-oversight': ['humanoversight', 'oversight'],
  monitoring: ['monitoring'],
  privacy: ['privacy', 'dataprivacyconsiderations'],
  security: ['security'],
  'environmental-impact': ['environmentalimpact', 'carbonfootprint'],
  'third-parties': ['basemodel', 'thirdparties', 'suppliers'],
  license: ['license', 'licence', 'licenses'],
  versioning: ['version', 'versions', 'changelog'],
  contact: ['contact', 'contacts', 'owner', 'owners', 'authors', 'maintainers', 'developers', 'developedby'],
  citation: ['citation', 'citations', 'references'],
};

const BY_KEY: ReadonlyMap<string, string> = new Map(
  Object.entries(CONCEPTS).flatMap(([concept, keys]) => keys.map(key => [key, concept] as const)),
);

/** Of these a card has at least one; a package or a job with a name, a version and an owner has none. */
const TELLING = new Set(['intended-use', 'out-of-scope-use', 'limitations', 'training-data', 'evaluation']);
const FEWEST = 3;
/** Deeper keys are content. */
const DEPTH = 2;

/** The parts of a card with keys of its own, such as `intended_use:`; empty for data that is no card. */
export function ownParts(root: YamlNode): readonly DataPart[] {
  if (root.kind !== 'map' || root.pairs.some(({ key }) => keyText(key) === 'properties')) return [];
  const parts = partsIn(root.pairs, '', 1);
  const concepts = new Set(parts.map(each => each.concept));
  return concepts.size >= FEWEST && [...concepts].some(each => TELLING.has(each)) ? parts : [];
}

function partsIn(pairs: readonly YamlPair[], above: string, depth: number): DataPart[] {
  return pairs.flatMap(pair => {
    const key = keyText(pair.key);
    if (key === undefined) return [];
    const pointer = `${above}/${key}`;
    const concept = BY_KEY.get(key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
    const inner =
      depth < DEPTH && pair.value.kind === 'map' ? partsIn(pair.value.pairs, pointer, depth + 1) : [];
    return concept === undefined ? inner : [{ concept, pointer, pair: { start: 0, value: pair } }, ...inner];
  });
}
