import { withoutComments } from '../../syntax/markdown/raw-comments.ts';
import type { Columns } from './columns.ts';
import { isList } from './rows.ts';
import { RECORD_NAMES } from './shape.ts';
import type { Assessment, Filled, Row } from './types.ts';

/**
 * Everything that an assessment says, as one text to search in: sections, labelled values and records, one a line.
 * Comments and keys are none of it, so that a hint to the author counts for nothing. Linear.
 */
export function spokenText({ lead, sections, labels, records, other }: Assessment): string {
  const said = [lead?.value ?? ''];
  for (const { text } of sections.values()) if (text !== undefined) said.push(text.value);
  for (const { title, text } of other) said.push(title, text?.value ?? '');
  for (const fields of Object.values(labels)) said.push(...valuesOf(fields));
  for (const name of RECORD_NAMES) {
    const rows: readonly Row<Columns>[] = records[name];
    for (const { fields, extra } of rows)
      said.push(...valuesOf(fields), ...extra.map(({ title, value }) => `${title}: ${value}`));
  }
  return withoutComments(said.join('\n'));
}

function valuesOf(fields: Filled<Columns>): string[] {
  return Object.values(fields).flatMap(field =>
    field === undefined ? [] : isList(field) ? field.map(each => each.value) : [field.value],
  );
}
