// What a catalog file must hold beyond what its JSON Schema can say. A catalog that fails stops the build.
import { Ajv } from 'ajv';
import { readSchema } from './read.mjs';

/** Problems of all catalog files as lines of text; empty when everything is in order. */
export function checkCatalogs({ frameworks, documents, crosswalks }) {
  const known = new Map(frameworks.map(({ data }) => [data?.id, new Set(data?.items?.map(item => item.id))]));
  return [
    ...bySchema('catalog', frameworks),
    ...bySchema('documents', documents),
    ...bySchema('crosswalk', crosswalks),
    ...frameworks.flatMap(file => checkFramework(file, known)),
    ...documents.flatMap(file => checkVocabulary(file, known)),
    ...crosswalks.flatMap(file => checkCrosswalk(file, known)),
  ];
}

function bySchema(name, files) {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(readSchema(name));
  return files.flatMap(({ path, data }) =>
    validate(data)
      ? []
      : validate.errors.map(
          error => `${path}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`,
        ),
  );
}

/** Fields that every assessable item of a framework must have, where we cover it in depth. */
const IN_DEPTH = {
  'iso-42001': ['parent', 'purpose', 'asks', 'evidence', 'related', 'level', 'template'],
  'nist-ai-rmf': ['parent', 'purpose', 'asks', 'evidence', 'level'],
  'nist-ai-600-1': ['purpose', 'asks', 'evidence', 'scope'],
  'hitrust-ai': ['parent', 'purpose', 'asks', 'evidence', 'level'],
};

function checkFramework({ path, data }, known) {
  const ids = known.get(data.id) ?? new Set();
  const problems = [];
  if (ids.size !== data.items.length) problems.push(`${path}: an id stands twice`);
  for (const item of data.items) {
    const at = `${path}: ${item.id}`;
    if (item.parent !== undefined && !ids.has(item.parent))
      problems.push(`${at}: the parent ${item.parent} is no item`);
    for (const related of item.related ?? [])
      if (!exists(related, data.id, known)) problems.push(`${at}: the related ${related} is no item`);
    if (item.asks !== undefined && item.evidence === undefined && item.kind !== 'annex')
      problems.push(`${at}: an item with "asks" also has "evidence"`);
    if (!data.assessable.includes(item.kind)) continue;
    for (const field of IN_DEPTH[data.id] ?? [])
      if (item[field] === undefined) problems.push(`${at}: "${field}" is missing`);
  }
  return problems;
}

function checkVocabulary({ path, data }, known) {
  const ids = new Set(data.concepts.map(concept => concept.id));
  const seen = new Map();
  const problems = [];
  for (const concept of data.concepts) {
    for (const control of concept.controls)
      if (!exists(control, '', known)) problems.push(`${path}: ${concept.id}: ${control} is no item`);
    for (const other of [...(concept.satisfiedBy ?? []), ...(concept.parent ? [concept.parent] : [])]) {
      if (!ids.has(other)) problems.push(`${path}: ${concept.id}: ${other} is no concept`);
    }
    for (const [language, words] of Object.entries(concept.synonyms)) {
      for (const word of words) {
        const key = `${language}:${word}`;
        if (seen.has(key))
          problems.push(`${path}: "${word}" (${language}) stands for ${seen.get(key)} and ${concept.id}`);
        seen.set(key, concept.id);
      }
    }
  }
  return problems;
}

function checkCrosswalk({ path, data }, known) {
  const problems = [];
  const seen = new Set();
  for (const { from, to } of data.pairs) {
    if (!known.get(data.from)?.has(from)) problems.push(`${path}: ${data.from}:${from} is no item`);
    if (!known.get(data.to)?.has(to)) problems.push(`${path}: ${data.to}:${to} is no item`);
    if (seen.has(`${from} ${to}`)) problems.push(`${path}: the pair ${from} – ${to} stands twice`);
    seen.add(`${from} ${to}`);
  }
  return problems;
}

function exists(id, framework, known) {
  const colon = id.indexOf(':');
  const named = colon > 0 && known.has(id.slice(0, colon));
  return named
    ? known.get(id.slice(0, colon)).has(id.slice(colon + 1))
    : (known.get(framework)?.has(id) ?? false);
}
