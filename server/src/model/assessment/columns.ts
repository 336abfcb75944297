/** One field of a record: a column of a table in Markdown, a key in YAML. */
export interface Column {
  /** Header that is written. */
  readonly title: string;
  /** Whether the field holds several values. */
  readonly list: boolean;
  /** Other headers and keys that mean the same, lower case; the likelier first. */
  readonly names: readonly string[];
}

/** The fields of a record by key, the one that every record needs first. */
export type Columns = Readonly<Record<string, Column>>;

/** A field with one value. */
export interface TextColumn extends Column {
  readonly list: false;
}

/** A field with several values. */
export interface ListColumn extends Column {
  readonly list: true;
}

function text(title: string, ...names: string[]): TextColumn {
  return { title, list: false, names };
}

function list(title: string, ...names: string[]): ListColumn {
  return { title, list: true, names };
}

const ID = text('ID', '#', 'no', 'nr', 'no.', 'ref', 'reference', 'number');
const LIKELIHOOD = text(
  'Likelihood',
  'inherent likelihood',
  'initial likelihood',
  'probability',
  'wahrscheinlichkeit',
  'eintrittswahrscheinlichkeit',
  'probabilité',
  'vraisemblance',
  'probabilidad',
  'probabilidade',
  '可能性',
);
const SEVERITY = text(
  'Severity',
  'inherent severity',
  'initial severity',
  'consequence',
  'magnitude',
  'schwere',
  'auswirkung',
  'gravité',
  'gravedad',
  'severidad',
  'gravidade',
  'severidade',
  '严重程度',
  'impact',
  'impact level',
);
const RESIDUAL_LIKELIHOOD = text(
  'Residual likelihood',
  'likelihood after',
  'likelihood after measures',
  'restwahrscheinlichkeit',
);
const RESIDUAL_SEVERITY = text(
  'Residual severity',
  'severity after',
  'severity after measures',
  'residual impact',
);
const AREA = text(
  'Area',
  'impact area',
  'area of impact',
  'category',
  'dimension',
  'bereich',
  'domaine',
  'área',
);
const GROUPS = list(
  'Who',
  'groups',
  'group',
  'affected',
  'affected group',
  'affected groups',
  'affected party',
  'affected parties',
  'stakeholder',
  'stakeholders',
  'wer',
  'betroffene',
  'personnes concernées',
  'afectados',
);
const MEASURES = list(
  'Measures',
  'measure',
  'mitigation',
  'mitigations',
  'mitigation measures',
  'treatment measures',
  'safeguards',
  'safeguard',
  'maßnahmen',
  'maßnahme',
  'mesures',
  'medidas',
  '措施',
);
const TREATMENT = text('Treatment', 'treatment option', 'risk treatment', 'response', 'strategy');
const HARM_REFS = list('Harms', 'harm', 'harm ids', 'addresses', 'addressed harms', 'risks', 'risk');

/** Fields of an interested party. */
export const PARTY = {
  name: text(
    'Party',
    'name',
    'interested party',
    'stakeholder',
    'stakeholder group',
    'group',
    'affected group',
    'who',
    'interessierte partei',
    'betroffene',
    'partie',
    'parte',
  ),
  relation: text(
    'Relation',
    'role',
    'type',
    'how affected',
    'affected',
    'relationship',
    'directly or indirectly',
  ),
  vulnerable: text('Vulnerable', 'vulnerability', 'vulnerable group', 'schutzbedürftig', 'vulnérable'),
  effect: text('Effect', 'description', 'interest', 'impact', 'how they are affected', 'concerns'),
  consulted: text('Consulted', 'consultation', 'consulted on', 'involved'),
} as const;

/** Fields of a benefit. */
export const BENEFIT = {
  benefit: text('Benefit', 'benefits', 'description', 'positive impact', 'nutzen', 'bénéfice', 'beneficio'),
  id: ID,
  area: AREA,
  groups: GROUPS,
  likelihood: LIKELIHOOD,
  scale: text('Scale', 'magnitude', 'size', 'extent'),
} as const;

/** Fields of a harm with its inherent and its residual score. */
export const HARM = {
  harm: text(
    'Harm',
    'harms',
    'risk',
    'potential harm',
    'description of harm',
    'risk description',
    'negative impact',
    'adverse impact',
    'schaden',
    'risiko',
    'préjudice',
    'risque',
    'daño',
    'riesgo',
    'risco',
    '危害',
    'potential impact',
    'impact',
    'description',
  ),
  id: ID,
  area: AREA,
  groups: GROUPS,
  likelihood: LIKELIHOOD,
  severity: SEVERITY,
  treatment: TREATMENT,
  measures: MEASURES,
  residual_likelihood: RESIDUAL_LIKELIHOOD,
  residual_severity: RESIDUAL_SEVERITY,
  residual: text(
    'Residual',
    'residual risk',
    'residual level',
    'restrisiko',
    'risque résiduel',
    'riesgo residual',
  ),
} as const;

/** Fields of a failure, a foreseeable misuse or a threat. */
export const FAILURE = {
  failure: text(
    'Failure',
    'failures',
    'failure or misuse',
    'failure mode',
    'misuse',
    'threat',
    'scenario',
    'fehler',
    'missbrauch',
    'défaillance',
    'fallo',
    'description',
  ),
  id: ID,
  kind: text('Kind', 'type', 'category'),
  threats: list('Threats', 'threat ids', 'techniques', 'atlas', 'owasp', 'mitre atlas', 'atlas / owasp'),
  groups: GROUPS,
  likelihood: LIKELIHOOD,
  severity: SEVERITY,
  measures: MEASURES,
  harms: HARM_REFS,
  residual_likelihood: RESIDUAL_LIKELIHOOD,
  residual_severity: RESIDUAL_SEVERITY,
} as const;

/** Fields of a measure. */
export const MEASURE = {
  measure: text(
    'Measure',
    'measures',
    'mitigation',
    'safeguard',
    'action',
    'description',
    'maßnahme',
    'mesure',
    'medida',
    '措施',
  ),
  id: ID,
  harms: HARM_REFS,
  treatment: TREATMENT,
  owner: text('Owner', 'responsible', 'responsible person', 'verantwortlich', 'responsable', 'responsável'),
  status: text('Status', 'state'),
  due: text('Due', 'due date', 'deadline', 'by when', 'frist'),
  controls: list('Controls', 'control', 'control ids'),
  evidence: list('Evidence', 'proof', 'nachweis', 'preuve', 'evidencia'),
} as const;

/** Fields of an acceptance of residual risk. */
export const ACCEPTANCE = {
  harms: { ...HARM_REFS, names: ['harm', 'risk', 'risks', 'residual risk', 'what'] },
  by: text('Accepted by', 'by', 'accepted_by', 'accepter', 'who', 'akzeptiert von'),
  role: text('Role', 'function', 'position'),
  on: text('On', 'date', 'accepted on', 'accepted_on'),
  until: text('Until', 'valid until', 'expires'),
  level: text('Level', 'residual level', 'risk level'),
  reason: text('Reason', 'rationale', 'justification', 'why', 'conditions'),
} as const;
