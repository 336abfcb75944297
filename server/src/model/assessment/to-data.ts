import { keyText, type YamlNode } from '../../syntax/yaml/nodes.ts';
import type { Columns } from './columns.ts';
import type { AssessmentData, MetadataData } from './data.ts';
import { isList } from './rows.ts';
import { HOME, LABELS, RECORD_NAMES } from './shape.ts';
import type { Assessment, Filled, Row } from './types.ts';

/** What an assessment says, without places. The same data comes from either writing of the same content. */
export function dataOfAssessment(assessment: Assessment): AssessmentData {
  const { title, lead, sections, labels, records, other, metadata } = assessment;
  const labelled = Object.keys(LABELS).flatMap((concept): [string, Record<string, unknown>][] => {
    const fields = fieldsData(labels[concept as keyof typeof LABELS]);
    return Object.keys(fields).length === 0 ? [] : [[concept, fields]];
  });
  const lists = RECORD_NAMES.flatMap((name): [string, unknown][] => {
    const rows: readonly Row<Columns>[] = records[name];
    return rows.length === 0 ? [] : [[name, rows.map(rowData)]];
  });
  const filled = new Set([
    ...labelled.map(([concept]) => concept),
    ...lists.flatMap(([name]) => RECORD_NAMES.flatMap(each => (each === name ? HOME[each] : []))),
  ]);
  const texts = [...sections.values()].flatMap(({ concept, text, empty }): [string, string][] =>
    text !== undefined ? [[concept, text.value]] : empty && !filled.has(concept) ? [[concept, '']] : [],
  );
  const others = other.map(each => ({ title: each.title, text: each.text?.value ?? '' }));
  return {
    metadata: Object.fromEntries([...metadata].map(([key, pair]) => [key, metadataData(pair.value.value)])),
    ...(title === undefined ? {} : { title: title.value }),
    ...(lead === undefined ? {} : { lead: lead.value }),
    ...(texts.length === 0 ? {} : { sections: Object.fromEntries(texts) }),
    // The keys are those of the shape, by construction.
    ...(labelled.length === 0
      ? {}
      : { labels: Object.fromEntries(labelled) as NonNullable<AssessmentData['labels']> }),
    ...(lists.length === 0
      ? {}
      : { records: Object.fromEntries(lists) as NonNullable<AssessmentData['records']> }),
    ...(others.length === 0 ? {} : { other: others }),
  };
}

function rowData({ fields, extra }: Row<Columns>): Record<string, unknown> {
  const data = fieldsData(fields);
  return extra.length === 0
    ? data
    : { ...data, more: Object.fromEntries(extra.map(({ title, value }) => [title, value])) };
}

function fieldsData(fields: Filled<Columns>): Record<string, unknown> {
  const data: [string, unknown][] = [];
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined || (isList(value) && value.length === 0)) continue;
    data.push([field, isList(value) ? value.map(each => each.value) : value.value]);
  }
  return Object.fromEntries(data);
}

/** A value of the metadata as plain data; numbers that would be written otherwise stay text. */
function metadataData(node: YamlNode): MetadataData {
  if (node.kind === 'alias') return `*${node.name}`;
  if (node.kind === 'seq') return node.items.map(metadataData);
  if (node.kind === 'map')
    return Object.fromEntries(node.pairs.map(pair => [keyText(pair.key) ?? '', metadataData(pair.value)]));
  const { value, source, style } = node;
  if (value === null || typeof value === 'string' || style !== 'plain') return value;
  return String(value) === source ? value : source;
}
