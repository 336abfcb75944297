import type { YamlPair } from '../syntax/yaml/nodes.ts';
import type { Placed } from '../text/span.ts';
import { mayBeDataCard } from './data-card.ts';
import type { Entry } from './entry.ts';
import { mayBeForeignJson } from './foreign/recognise.ts';
import { type DocumentKind, kindOfMark } from './kinds.ts';

/** Names and keys by which documents are known; read from public cards, see docs/formats.md. */
const CARD_NAME = /(?:^|[^\p{L}])(?:hf[-_])?model[-_. ]?card(?:[-_. ]template)?\.(?:md|mdx|markdown)$/iu;
const CARD_README = /(?:^|\/)model[-_]cards?\/.*\/readme\.md$/i;
const DATASET_NAME =
  /(?:^|[^\p{L}])data(?:set)?[-_. ]?(?:card|sheet)(?:[-_. ]template)?\.(?:md|mdx|markdown)$/iu;
const ASSESSMENT_NAME =
  /(?:^|[^\p{L}])(?:(?:ai|algorithmic|system|fundamental[-_ ]rights)[-_ ]?)*(?:impact[-_ ]assessment|aiia|fria)(?:[-_. ][\w-]+)?\.(?:md|markdown|ya?ml)$/iu;
const MAPPING_NAME =
  /(?:^|[/_.-])(?:controls|control-mapping|control_mapping|soa|statement-of-applicability)\.ya?ml$/i;
/** A record in a folder for them, or one whose name says so. */
const INCIDENT_NAME = /(?:^|\/)incidents\/[^/]+\.(?:md|markdown|ya?ml)$|\.incident\.(?:md|markdown|ya?ml)$/i;
const CONFIG_NAME = /(?:^|\/)clausewright\.ya?ml$/i;

const DATASET_KEYS = new Set([
  'pretty_name',
  'task_categories',
  'task_ids',
  'size_categories',
  'source_datasets',
  'annotations_creators',
  'language_creators',
  'multilinguality',
  'dataset_info',
  'configs',
  'config_names',
]);
const STRONG_MODEL_KEYS = new Set([
  'pipeline_tag',
  'library_name',
  'base_model',
  'base_model_relation',
  'model-index',
  'co2_eq_emissions',
  'widget',
  'inference',
  'model_name',
  'new_version',
]);
const MODEL_KEYS = new Set([
  ...STRONG_MODEL_KEYS,
  'language',
  'license',
  'license_name',
  'license_link',
  'tags',
  'datasets',
  'metrics',
  'thumbnail',
  'system',
  'controls',
  'paperswithcode_id',
  'extra_gated_prompt',
  'extra_gated_fields',
]);
/** What runs a Space, and the keys that only Spaces have. */
const SPACE_SDKS = new Set(['gradio', 'streamlit', 'docker', 'static']);
const SPACE_KEYS = ['sdk_version', 'app_file', 'app_port', 'colorFrom', 'colorTo', 'emoji', 'pinned'];

/** A top-level pair by key, as much of a document as recognition reads. */
export type Keys = ReadonlyMap<string, Placed<YamlPair>>;

/** Whether a file can be a document at all, by its name alone; everything else is never read for recognition. */
export function mayBeDocument(path: string): boolean {
  return /\.(?:md|mdx|markdown|ya?ml)$/i.test(path) || mayBeForeignJson(path) || mayBeDataCard(path);
}

/** The kind that a `clausewright:` key gives, whatever the file's name. */
export function markedKind(keys: Keys): DocumentKind | undefined {
  const value = keys.get('clausewright')?.value.value;
  return value?.kind === 'scalar' ? kindOfMark(value.source) : undefined;
}

/** The kind of a Markdown file. `headings` are its titles, lower-cased; asked for only where they decide. */
export function markdownKind(
  path: string,
  keys: Keys,
  headings: () => readonly string[],
): DocumentKind | undefined {
  const marked = markedKind(keys);
  if (marked !== undefined) return marked;
  if (isSpace(keys)) return 'space-card';
  if (CARD_NAME.test(path)) return hasSections(headings) || isKeyed(keys) ? 'model-card' : undefined;
  if (DATASET_NAME.test(path)) return hasSections(headings) || isKeyed(keys) ? 'dataset-card' : undefined;
  if (ASSESSMENT_NAME.test(path)) {
    const keyed = ASSESSMENT_KEYS.filter(key => keys.has(key)).length >= 2;
    return keyed || looksLikeAssessment(headings()) ? 'impact-assessment' : undefined;
  }
  if (INCIDENT_NAME.test(path) && isIncident(keys)) return 'incident';
  return cardByKeys(path, keys) ?? cardBySections(keys, headings);
}

/** The front matter of a demo on the Hugging Face hub: what runs it, and one more of its keys. */
function isSpace(keys: Keys): boolean {
  const sdk = keys.get('sdk')?.value.value;
  const others = SPACE_KEYS.filter(key => keys.has(key)).length;
  return sdk?.kind === 'scalar' && (SPACE_SDKS.has(sdk.source) ? others >= 1 : others >= 3);
}

/** Other teams keep incidents too: only the system and two of our own keys make one of an AI system. */
function isIncident(keys: Keys): boolean {
  return keys.has('system') && INCIDENT_KEYS.filter(key => keys.has(key)).length >= 2;
}

const INCIDENT_KEYS = ['type', 'severity', 'serious', 'occurred', 'detected', 'reported'];

const TEMPLATE = /(?:^|[/_. -])templates?(?:[/_. -]|$)/i;

/** Whether a file is a form to copy, by its name, folder or title: what is unfilled there is meant to be. */
export function isTemplate(path: string, title = ''): boolean {
  return TEMPLATE.test(path) || /\btemplate\b/i.test(title);
}

/** Whether a Markdown file without front matter can still be a document by its name. */
export function isNamedDocument(path: string): boolean {
  return (
    CARD_NAME.test(path) || DATASET_NAME.test(path) || ASSESSMENT_NAME.test(path) || CARD_README.test(path)
  );
}

/** Whether front matter holds a key of cards; a title alone is any page's. */
function isKeyed(keys: Keys): boolean {
  return keys.size > 1 || [...keys.keys()].some(isKnownKey);
}

function hasSections(headings: () => readonly string[]): boolean {
  return headings().length > 0;
}

function cardByKeys(path: string, keys: Keys): DocumentKind | undefined {
  const names = [...keys.keys()];
  const ofDataset = names.filter(name => DATASET_KEYS.has(name)).length;
  if (ofDataset >= 2 || (ofDataset === 1 && keys.has('pretty_name') && names.every(isKnownKey)))
    return 'dataset-card';
  if (CARD_README.test(path)) return 'model-card';
  if (names.length === 0) return undefined;
  if (names.some(name => STRONG_MODEL_KEYS.has(name))) return 'model-card';
  const known = names.filter(name => MODEL_KEYS.has(name));
  if (known.length < names.length && !keys.has('datasets')) return undefined;
  const telling = ['license', 'language', 'datasets', 'metrics', 'thumbnail'].filter(key => keys.has(key));
  return telling.length >= 2 || (telling.length === 1 && (known.length >= 2 || /readme\.md$/i.test(path)))
    ? 'model-card'
    : undefined;
}

function isKnownKey(name: string): boolean {
  return DATASET_KEYS.has(name) || MODEL_KEYS.has(name);
}

const MODEL_HEADING =
  /^(?:\d[\d.]*\s+)?(?:model (?:description|details?|information|parameters|architecture|card)|training (?:data|procedure)|intended uses?\b.*|datasets? used for training|predicted entities|benchmark(?:ing|s)?)$/;
const CARD_HEADING =
  /^(?:\d[\d.]*\s+)?(?:description|how to use|limitations\b.*|evaluation\b.*|results|references|data source|source)$/;

/** Front matter of another tool, as a site generator's, over the sections of a model card. */
function cardBySections(keys: Keys, headings: () => readonly string[]): DocumentKind | undefined {
  if (!keys.has('language') && !keys.has('license')) return undefined;
  const titles = headings();
  const ofModel = titles.filter(title => MODEL_HEADING.test(title)).length;
  return ofModel >= 1 && ofModel + titles.filter(title => CARD_HEADING.test(title)).length >= 3
    ? 'model-card'
    : undefined;
}

const ASSESSMENT_HEADING =
  /\b(?:affected|interested part|stakeholder|intended (?:use|purpose)|purpose|harm|benefit|misuse|impact|risk|mitigation|measure|human oversight|fundamental right|approval|deployment|system description|scope|data)/;

const NAMED_ASSESSMENT = /\b(?:impact assessment|assessment of impacts?)s?\b/g;

/** An assessment has several of an assessment's sections; a text about assessments has only their name. */
function looksLikeAssessment(headings: readonly string[]): boolean {
  const named = headings.some(heading => heading.search(NAMED_ASSESSMENT) >= 0);
  const sections = headings.filter(heading => ASSESSMENT_HEADING.test(heading.replace(NAMED_ASSESSMENT, '')));
  return sections.length >= (named ? 2 : 3);
}

const ASSESSMENT_KEYS = ['system', 'assessor', 'approver', 'assessed', 'review_by', 'triggers'];

/** The kind of a YAML file. `entries` are those a mapping would have; asked for only where they decide. */
export function yamlKind(
  path: string,
  keys: Keys,
  entries: () => readonly Entry[],
): DocumentKind | undefined {
  if (CONFIG_NAME.test(path)) return 'config';
  const marked = markedKind(keys);
  if (marked === 'control-mapping' || marked === 'impact-assessment' || marked === 'incident') return marked;
  if (INCIDENT_NAME.test(path) && isIncident(keys)) return 'incident';
  if (MAPPING_NAME.test(path)) return looksLikeMapping(entries()) ? 'control-mapping' : undefined;
  if (!ASSESSMENT_NAME.test(path)) return undefined;
  return ['system', 'assessor', 'harms'].filter(key => keys.has(key)).length >= 2
    ? 'impact-assessment'
    : undefined;
}

const ENTRY_KEYS = ['evidence', 'status', 'applicable', 'justification', 'owner', 'satisfies'];
const CONTROL_ID =
  /^(?:[a-z][a-z0-9.-]*:\S.*|(?:iso\W?(?:iec\W?)?42001\W?)?A[.-]\d{1,2}[.-]\d{1,2}(?:[.-]\d{1,2})?|(?:GOVERN|MAP|MEASURE|MANAGE)[ -]\d.*|Art(?:icle|\.)\s?\d.*)$/i;
/** Enough entries to tell by; reading all of a long file would cost more than it says. */
const SAMPLE = 50;

/** Many tools name a file controls.yaml: only entries with our keys and a control's id make it a mapping. */
function looksLikeMapping(entries: readonly Entry[]): boolean {
  const sample = entries.slice(0, SAMPLE);
  const fitting = sample.filter(
    ({ id, fields }) =>
      id !== undefined && CONTROL_ID.test(id.value) && ENTRY_KEYS.some(key => fields.has(key)),
  );
  return fitting.length > 0 && fitting.length * 2 >= sample.length;
}
