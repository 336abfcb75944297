// What a catalog file must hold beyond what its JSON Schema can say. A catalog that fails stops the build.
import { Ajv } from 'ajv';
import { checkForm } from './check-form.mjs';
import { checkFramework } from './check-framework.mjs';
import { checkMetadata } from './check-metadata.mjs';
import { exists } from './known.mjs';
import { readSchema } from './read.mjs';

/** Problems of all catalog files as lines of text; empty when everything is in order. */
export function checkCatalogs({ frameworks, documents, crosswalks, forms, metadata }) {
  const unreadable = [
    ...bySchema('catalog', frameworks),
    ...bySchema('documents', documents),
    ...bySchema('crosswalk', crosswalks),
    ...bySchema('form', forms),
    ...bySchema('card-metadata', metadata),
  ];
  if (unreadable.length > 0) return unreadable;
  const known = new Map(frameworks.map(({ data }) => [data?.id, new Set(data?.items?.map(item => item.id))]));
  return [
    ...frameworks.flatMap(file => checkFramework(file, known)),
    ...checkSections(frameworks, documents),
    ...documents.flatMap(file => checkVocabulary(file, known)),
    ...crosswalks.flatMap(file => checkCrosswalk(file, known)),
    ...checkSets(crosswalks),
    ...checkForms(documents, forms),
    ...checkMetadata(metadata),
  ];
}

/** What answers the questions of forms is a section of an impact assessment or a key of its front matter. */
function checkForms(documents, forms) {
  const assessment = documents.find(({ data }) => data.kind === 'impact-assessment');
  const concepts = new Set(assessment?.data.concepts.map(concept => concept.id));
  const keys = new Set(Object.keys(readSchema('impact-assessment').properties));
  return forms.flatMap(form => checkForm(form, concepts, keys));
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

function checkVocabulary({ path, data }, known) {
  const ids = new Set(data.concepts.map(concept => concept.id));
  const seen = new Map();
  const problems = [];
  for (const { clauses } of data.screening ?? [])
    for (const id of clauses)
      if (!exists(id, '', known)) problems.push(`${path}: screening: ${id} is no item`);
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

/** The sections that items name are concepts. */
function checkSections(frameworks, documents) {
  const concepts = new Set(
    documents.flatMap(({ data }) => data.concepts.map(concept => `${data.kind}/${concept.id}`)),
  );
  return frameworks.flatMap(({ path, data }) =>
    data.items.flatMap(item =>
      (item.sections ?? [])
        .filter(section => !concepts.has(section))
        .map(section => `${path}: ${item.id}: the section ${section} is no concept`),
    ),
  );
}

/** A pair stands in one set only, whichever way round: nothing is shown twice with different bases. */
function checkSets(crosswalks) {
  const problems = [];
  const seen = new Map();
  for (const { path, data } of crosswalks) {
    if (data.from === data.to) problems.push(`${path}: both ends are ${data.from}`);
    for (const pair of data.pairs) {
      const key = [`${data.from}:${pair.from}`, `${data.to}:${pair.to}`].sort().join(' – ');
      const before = seen.get(key);
      if (before !== undefined && before !== path)
        problems.push(`${path}: the pair ${key} stands in ${before} as well`);
      seen.set(key, path);
    }
  }
  return problems;
}
