// The tables of docs/frameworks.md, and the attribution texts that licences ask for.
import { cell, table } from './markdown.mjs';

/** The marked parts of docs/frameworks.md. */
export function frameworkParts(frameworks, crosswalks) {
  return new Map([
    ['frameworks', frameworkTable(frameworks)],
    ['depth', depthTable(frameworks)],
    ['crosswalks', crosswalkTable(frameworks, crosswalks)],
    ['dates', dateTable(frameworks)],
    ['sources', sources(frameworks)],
  ]);
}

function frameworkTable(frameworks) {
  return table(
    ['id', 'framework', 'edition', 'a mapping answers', 'evidence needed', 'exclusions'],
    frameworks.map(({ data }) => [
      `\`${data.id}\``,
      data.title,
      data.edition,
      `${answered(data).length} ${kindsOf(data)}`,
      data.needed,
      data.exclusions === false ? 'none' : 'with a justification',
    ]),
  );
}

function answered({ assessable, items }) {
  return items.filter(item => assessable.includes(item.kind));
}

function kindsOf({ assessable }) {
  return assessable.map(kind => `${kind}s`.replace(/ys$/, 'ies')).join(' and ');
}

/** How many of the items that a mapping answers have what. */
function depthTable(frameworks) {
  const has = (items, field) => {
    const count = items.filter(item => item[field] !== undefined).length;
    return count === items.length ? 'all' : count === 0 ? '–' : String(count);
  };
  return table(
    [
      'id',
      'items in all',
      'answered',
      'why it exists',
      'what is asked',
      'evidence',
      'scope',
      'dates',
      'templates',
    ],
    frameworks.map(({ data }) => {
      const items = answered(data);
      return [
        `\`${data.id}\``,
        String(data.items.length),
        String(items.length),
        ...['purpose', 'asks', 'evidence', 'scope', 'applies', 'template'].map(field => has(items, field)),
      ];
    }),
  );
}

function crosswalkTable(frameworks, crosswalks) {
  const name = id => frameworks.find(({ data }) => data.id === id)?.data.name ?? id;
  return table(
    ['from', 'to', 'pairs', 'basis', 'published by', 'caveat'],
    crosswalks.map(({ data }) => [
      name(data.from),
      name(data.to),
      String(data.pairs.length),
      data.basis,
      data.publisher ?? 'nobody',
      data.caveat ?? '',
    ]),
  );
}

/** Each day on which duties of a law begin to apply. */
function dateTable(frameworks) {
  const days = new Map();
  for (const { data } of frameworks)
    for (const item of answered(data))
      for (const { from, was, note, source } of item.applies ?? []) {
        const key = JSON.stringify([data.name, from, was ?? '', note ?? '', source]);
        days.set(key, [...(days.get(key) ?? []), item.id]);
      }
  const rows = [...days].map(([key, ids]) => {
    const [law, from, was, note, source] = JSON.parse(key);
    return [from, was, law, [...new Set(ids)].join(', '), note, source];
  });
  return table(
    ['from', 'before the amendment', 'law', 'items', 'for', 'source'],
    rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)),
  );
}

function sources(frameworks) {
  return frameworks
    .map(({ data }) => {
      const { provenance, disclaimer, unlisted } = data;
      const lines = [
        `### ${data.name}`,
        '',
        `${data.title}. Publisher: ${data.publisher}. As of ${provenance.retrieved}.`,
        '',
        ...provenance.sources.map(source => `- ${cell(source)}`),
        '',
        `Licence: ${provenance.licence}`,
        ...(provenance.attribution === undefined ? [] : ['', `Attribution: ${provenance.attribution}`]),
        ...(unlisted === undefined ? [] : ['', `A selection: ${unlisted.note}`]),
        ...(disclaimer === undefined ? [] : ['', disclaimer]),
      ];
      return `${lines.join('\n')}\n`;
    })
    .join('\n');
}

/** The notice file: what others ask to be named for. */
export function noticeText(frameworks, crosswalks, forms = []) {
  const wanted = new Map();
  for (const { data } of [...frameworks, ...crosswalks, ...forms]) {
    const { attribution, licence } = data.provenance;
    if (attribution === undefined) continue;
    const key = `${attribution}\n\n${licence}`;
    wanted.set(key, [
      ...(wanted.get(key) ?? []),
      data.name ?? (data.regime === undefined ? `pairs ${data.id}` : `form ${data.id}`),
    ]);
  }
  const parts = [...wanted].map(([text, names]) => `${names.join('; ')}\n\n${text}\n`);
  return `Clausewright
Licensed under the Apache License, Version 2.0; see LICENSE.

The catalogs name frameworks of others. Ids and short titles are facts of theirs; every
other text in the catalogs is ours. What their licences ask to be named for:

${parts.join(`\n${'-'.repeat(78)}\n\n`)}`;
}
