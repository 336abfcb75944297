import type { Vocabulary } from '../../catalog/vocabulary.ts';
import type { AssessmentData, MetadataData } from '../../model/assessment/data.ts';
import { KEYS, METADATA_KEYS } from '../../model/assessment/shape.ts';
import { canonical, type PlainRow, type PlainSection } from './canonical.ts';
import { conceptsOf } from './read.ts';
import { yamlLines } from './yaml-lines.ts';

/** An assessment as YAML. Lines end in LF. Reading it gives the same data again. */
export function writeYaml(data: AssessmentData, vocabulary: Vocabulary): string {
  const plain = canonical(data, vocabulary);
  const concepts = conceptsOf(vocabulary);
  const own: readonly string[] = [KEYS.title, KEYS.lead, KEYS.other, KEYS.frontMatter];
  const stands = (key: string): boolean =>
    !own.includes(key) && (METADATA_KEYS.has(key) || concepts.ofKey(key) === undefined);
  const metadata = Object.entries(plain.metadata);
  const aside = metadata.filter(([key]) => !stands(key));
  const lines: string[] = [];
  const add = (key: string, value: MetadataData): void => {
    lines.push(...yamlLines(key, value));
  };
  for (const [key, value] of metadata) if (stands(key)) add(key, value);
  if (aside.length > 0) add(KEYS.frontMatter, Object.fromEntries(aside));
  if (plain.title !== '') add(KEYS.title, plain.title);
  if (plain.lead !== '') add(KEYS.lead, plain.lead);
  for (const section of plain.sections) add(section.concept.replaceAll('-', '_'), sectionData(section));
  if (plain.other.length > 0)
    add(
      KEYS.other,
      plain.other.map(({ title, text }) => ({ title, text })),
    );
  return `${lines.join('\n')}\n`;
}

function sectionData({ text, labels, rows }: PlainSection): MetadataData {
  const records = rows.map(rowData);
  const labelled = Object.keys(labels).length > 0;
  if (!labelled && records.length === 0) return text === '' || text === undefined ? null : text;
  if (!labelled && text === undefined) return records;
  return {
    ...(text === undefined ? {} : { [KEYS.text]: text }),
    ...labels,
    ...(records.length === 0 ? {} : { [KEYS.records]: records }),
  };
}

function rowData({ fields, more }: PlainRow): MetadataData {
  return more.length === 0 ? fields : { ...fields, [KEYS.more]: Object.fromEntries(more) };
}
