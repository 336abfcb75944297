// What one framework's file must hold beyond its schema: nothing points nowhere, no id can be taken for another, and
// where we promise depth every item has it.
import { GRAMMARS, idKey } from '../../server/src/catalog/ids.ts';
import { exists } from './known.mjs';

const EXPLAINED = ['purpose', 'asks', 'evidence', 'level'];
const LAW = [...EXPLAINED, 'scope', 'applies'];
const RISK = [...EXPLAINED, 'scope'];

/** The fields that every item of a kind must have, by framework. */
const IN_DEPTH = {
  'iso-42001': {
    clause: ['purpose', 'asks', 'evidence'],
    control: [...EXPLAINED, 'parent', 'related', 'template'],
  },
  'iso-27001': { control: ['parent', 'level'] },
  'nist-ai-rmf': { function: ['purpose'], category: ['parent'], subcategory: [...EXPLAINED, 'parent'] },
  'nist-ai-600-1': { risk: RISK },
  'nist-csf': { category: ['parent'], subcategory: ['parent', 'level'] },
  'eu-ai-act': {
    article: LAW,
    point: [...LAW, 'parent'],
    category: ['parent', 'level'],
    subcategory: ['parent', 'level'],
    requirement: ['parent', 'level'],
    clause: ['parent', 'level'],
  },
  'hitrust-ai': { requirement: [...EXPLAINED, 'parent', 'attributes'] },
  'iso-23894': {
    clause: EXPLAINED,
    topic: [...EXPLAINED, 'parent'],
    objective: ['parent'],
    source: ['parent'],
  },
  'iso-42005': { clause: EXPLAINED, topic: [...EXPLAINED, 'parent'] },
  gdpr: { article: EXPLAINED },
  hipaa: { standard: [...EXPLAINED, 'parent'] },
  'pci-dss': { requirement: ['level'] },
  'owasp-llm-2025': { risk: [...RISK, 'supersededBy'] },
  'owasp-llm-2026': { risk: RISK },
  'owasp-agentic': { risk: RISK },
  'owasp-ml': { risk: RISK },
  'mitre-atlas': { mitigation: ['evidence', 'level'] },
};

const articles = (...numbers) => numbers.map(number => `Art. ${number}`);
const points = (annex, count) => Array.from({ length: count }, (_, index) => `${annex}.${index + 1}`);

/** Items that must be there, whatever else is. */
const REQUIRED = {
  'eu-ai-act': [
    ...articles(4, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 26, 27, 43, 47, 48, 49, 50, 53, 55, 72, 73),
    'Annex III',
    ...points('Annex III', 8),
    ...points('Annex IV', 9),
    'Annex XI',
    'Annex XII',
  ],
};

/** The problems of one framework's file; `known` has the ids of all frameworks. */
export function checkFramework({ path, data }, known) {
  const ids = known.get(data.id) ?? new Set();
  const problems = [
    ...data.items.flatMap(item => checkItem(item, data, known).map(what => `${path}: ${item.id}: ${what}`)),
    ...checkKeys(data).map(what => `${path}: ${what}`),
    ...checkRoadmap(data).map(what => `${path}: roadmap: ${what}`),
  ];
  if (ids.size !== data.items.length) problems.push(`${path}: an id stands twice`);
  for (const id of REQUIRED[data.id] ?? []) if (!ids.has(id)) problems.push(`${path}: ${id} is missing`);
  if (data.unlisted !== undefined && !isPattern(data.unlisted.ids))
    problems.push(`${path}: "unlisted.ids" is no regular expression`);
  return problems;
}

function checkItem(item, data, known) {
  const problems = [];
  if (item.parent !== undefined && !known.get(data.id).has(item.parent))
    problems.push(`the parent ${item.parent} is no item`);
  for (const related of item.related ?? [])
    if (!exists(related, data.id, known)) problems.push(`the related ${related} is no item`);
  if (item.supersededBy !== undefined && !exists(item.supersededBy, data.id, known))
    problems.push(`the successor ${item.supersededBy} is no item`);
  if (item.asks !== undefined && item.evidence === undefined && item.kind !== 'annex')
    problems.push('an item with "asks" also has "evidence"');
  for (const field of IN_DEPTH[data.id]?.[item.kind] ?? [])
    if (item[field] === undefined) problems.push(`"${field}" is missing`);
  return problems;
}

/** Every spelling leads to one item. */
function checkKeys(data) {
  const owners = new Map();
  return data.items.flatMap(({ id, spellings = [] }) =>
    [id, ...spellings].flatMap(spelling => {
      const key = idKey(spelling, GRAMMARS[data.id]);
      const owner = owners.get(key);
      owners.set(key, id);
      return owner === undefined || owner === id ? [] : [`"${spelling}" stands for ${owner} and ${id}`];
    }),
  );
}

/** Everything that counts stands in exactly one step. */
function checkRoadmap({ roadmap, items, assessable }) {
  if (roadmap === undefined) return [];
  const planned = roadmap.flatMap(phase => phase.steps.flatMap(step => step.items));
  const counted = items
    .filter(
      ({ kind, template }) => assessable.includes(kind) || (kind === 'clause' && template !== undefined),
    )
    .map(({ id }) => id);
  return [
    ...planned.filter(id => !counted.includes(id)).map(id => `${id} is nothing that counts`),
    ...planned.filter((id, index) => planned.indexOf(id) !== index).map(id => `${id} stands in two steps`),
    ...counted.filter(id => !planned.includes(id)).map(id => `${id} stands in no step`),
  ];
}

function isPattern(text) {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
