import type { Columns } from '../../model/assessment/columns.ts';
import type { Assessment, Row, Value } from '../../model/assessment/types.ts';
import { isPlaceholderValue, marksIn } from '../../model/placeholders.ts';
import { isShrug } from '../../model/substance.ts';
import type { Span } from '../../text/span.ts';
import { readAssessment } from '../../workspace/assessment/read.ts';
import type { WorkspaceContext } from '../define.ts';

/** The assessment that is checked; for `context.derive`, so that all rules of a run share it. */
export function assessmentIn({ document, library, scope }: WorkspaceContext): Assessment | undefined {
  const { model, source } = document;
  if (model.kind !== 'impact-assessment') return undefined;
  return readAssessment(model, source.text, library.vocabulary(model.kind), scope.headings);
}

/** A value that says something: no dash, no "N/A", no placeholder, for which there is another rule. */
export function says(value: Value | undefined): value is Value {
  if (value === undefined) return false;
  const text = value.value;
  return (
    /[\p{L}\p{N}]/u.test(text) && !isShrug(text) && !isPlaceholderValue(text) && marksIn(text).length === 0
  );
}

/** Whether somebody has still to write a value: it is missing, a dash, or a placeholder that is reported as such. */
export function isOpen(value: Value | undefined): boolean {
  return value !== undefined && (isPlaceholderValue(value.value) || marksIn(value.value).length > 0);
}

/** How a record is called in a message: its id, else its first words. */
export function nameOf(id: Value | undefined, text: Value | undefined): string {
  const name = says(id) ? id.value : (text?.value ?? '');
  const line = name.split('\n')[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 57).trimEnd()}…` : line;
}

/** Where a finding about a record stands: its describing field, else all of it. */
export function placeOf(row: Row<Columns>, text: Value | undefined): Span {
  return text?.span ?? row.span;
}

/** More of them are one finding with a list. */
export const MOST_SINGLE = 5;

/** Names for a message, the first few in quotes. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_SINGLE).map(name => `"${name}"`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** Whether a reference in one record names another: by its id or by all of its text. */
export function refersTo(reference: string, id: Value | undefined, text: Value | undefined): boolean {
  const key = reference.trim().toLowerCase();
  return key === id?.value.toLowerCase() || key === text?.value.toLowerCase();
}
