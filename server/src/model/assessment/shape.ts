import { ACCEPTANCE, BENEFIT, type Columns, FAILURE, HARM, MEASURE, PARTY } from './columns.ts';

/** The lists of records that an assessment holds, by the key under which YAML has them. */
export const RECORDS = {
  parties: PARTY,
  benefits: BENEFIT,
  harms: HARM,
  failures: FAILURE,
  measures: MEASURE,
  acceptances: ACCEPTANCE,
} as const;

/** Name of a list of records. */
export type RecordName = keyof typeof RECORDS;

/** All names of {@link RECORDS}, in the order in which they are written. */
export const RECORD_NAMES: readonly RecordName[] = [
  'parties',
  'benefits',
  'harms',
  'failures',
  'measures',
  'acceptances',
];

/** The concept of the vocabulary below whose heading a list of records is written. */
export const HOME: Readonly<Record<RecordName, string>> = {
  parties: 'interested-parties',
  benefits: 'benefits',
  harms: 'harms',
  failures: 'failures-and-misuse',
  measures: 'measures',
  acceptances: 'residual-risk',
};

/** Which records a table below a concept's heading may hold, the likelier first. */
export const TABLES_OF: ReadonlyMap<string, readonly RecordName[]> = new Map<string, readonly RecordName[]>([
  ['interested-parties', ['parties']],
  ['parties-and-impacts', ['parties', 'harms', 'benefits']],
  ['impacts', ['harms', 'benefits']],
  ['benefits', ['benefits']],
  ['harms', ['harms']],
  ['harms-and-measures', ['harms', 'measures']],
  ['risk-assessment', ['harms']],
  ['fairness', ['harms']],
  ['privacy', ['harms']],
  ['safety-and-security', ['harms', 'failures']],
  ['transparency', ['harms']],
  ['failures-and-misuse', ['failures']],
  ['measures', ['measures']],
  ['residual-risk', ['acceptances', 'harms']],
]);

/** Values with a label, `**Geography:** Finland`, that the section of a concept may hold. */
export const LABELS = {
  scope: {
    included: { title: 'Included', list: false, names: ['in scope'] },
    excluded: { title: 'Excluded', list: false, names: ['out of scope', 'not included'] },
    method: { title: 'Method', list: false, names: ['methodology'] },
  },
  'system-description': {
    provider: { title: 'Provider', list: false, names: ['vendor', 'supplier'] },
    deployer: { title: 'Deployer', list: false, names: ['operator'] },
    stage: { title: 'Stage', list: false, names: ['life-cycle stage', 'lifecycle stage'] },
    risk_class: { title: 'Risk class', list: false, names: ['risk level', 'risk classification'] },
  },
  'intended-uses': {
    users: { title: 'Users', list: false, names: ['intended users'] },
    process: { title: 'Process', list: false, names: ['business process', 'decision process'] },
    period: { title: 'Period of use', list: false, names: ['period', 'duration'] },
    frequency: { title: 'Frequency of use', list: false, names: ['frequency'] },
  },
  data: {
    datasets: { title: 'Datasets', list: true, names: ['dataset', 'data sources'] },
    personal_data: { title: 'Personal data', list: false, names: [] },
    special_categories: { title: 'Special categories', list: false, names: ['sensitive data'] },
    quality: { title: 'Quality', list: false, names: ['data quality'] },
  },
  'algorithm-and-model': {
    model_type: { title: 'Kind of model', list: true, names: ['model type', 'type of model'] },
    base_model: { title: 'Base model', list: true, names: ['foundation model'] },
    learning: { title: 'Learning in operation', list: false, names: ['continuous learning'] },
  },
  'deployment-environment': {
    geography: {
      title: 'Geography',
      list: true,
      names: ['geographic area', 'countries', 'location', 'region'],
    },
    languages: { title: 'Languages', list: true, names: ['language'] },
    setting: { title: 'Setting', list: false, names: ['environment', 'deployment'] },
    scale: { title: 'Scale', list: false, names: ['number of people', 'people affected'] },
  },
  'human-oversight': {
    role: { title: 'Who oversees', list: false, names: ['overseer', 'responsible'] },
    means: { title: 'Means', list: false, names: ['how', 'intervention'] },
    complaints: { title: 'Complaints', list: false, names: ['redress', 'complaint mechanism', 'appeal'] },
  },
  approval: {
    approver: { title: 'Approver', list: false, names: ['approved by'] },
    date: { title: 'Date', list: false, names: ['approved on', 'approval date'] },
    decision: { title: 'Decision', list: false, names: [] },
    conditions: { title: 'Conditions', list: false, names: [] },
  },
  retention: {
    period: { title: 'Period', list: false, names: ['retention period', 'kept for', 'duration'] },
    place: { title: 'Place', list: false, names: ['where', 'stored in'] },
  },
} as const satisfies Readonly<Record<string, Columns>>;

/** Concepts whose sections hold labelled values. */
export type LabelledConcept = keyof typeof LABELS;

const COLUMNS_OF: Readonly<Record<string, Columns>> = LABELS;

/** The labels that the section of a concept may hold. */
export function columnsOf(concept: string): Columns | undefined {
  return Object.hasOwn(COLUMNS_OF, concept) ? COLUMNS_OF[concept] : undefined;
}

/** Stands before the title of a section that is no concept, where the title alone would say otherwise. */
export const OTHER = 'Other:';

/** Keys of a YAML assessment that stand for no concept. */
export const KEYS = {
  title: 'title',
  lead: 'lead',
  other: 'other_sections',
  /** Metadata whose own key would be read as something else. */
  frontMatter: 'front_matter',
  /** Inside of a section that is written as a map. */
  text: 'text',
  records: 'records',
  /** Inside of a record: columns that the model does not know. */
  more: 'more',
} as const;

/** Top-level keys that are metadata in YAML too, also where a heading of that name would be a section. */
export const METADATA_KEYS: ReadonlySet<string> = new Set([
  'clausewright',
  'system',
  'version',
  'model_name',
  'model',
  'base_model',
  'datasets',
  'assessor',
  'approver',
  'status',
  'assessed',
  'approved',
  'approved_on',
  'approval_date',
  'review_by',
  'triggers',
  'controls',
  'commit',
  'stage',
  'based_on',
  'depth',
  'forms',
  'author',
  'owner',
  'license',
  'language',
  'tags',
]);
