import { type SectionedModel, textAt } from '../../model/sectioned.ts';
import { at, type Span } from '../../text/span.ts';
import { isDate } from '../../workspace/evidence/dates.ts';

/** A value of an incident's metadata with its place. */
export interface Said {
  readonly value: string;
  readonly span: Span;
}

/** A value of the metadata, in lower case; undefined where nothing is said. */
export function saidIn(model: SectionedModel, key: string): Said | undefined {
  const field = textAt(model.metadata, key);
  return field === undefined
    ? undefined
    : { value: field.value.value.trim().toLowerCase(), span: at(field.start, field.value) };
}

/** A date of the metadata; undefined where none is said, or nothing that is a date. */
export function dateIn(model: SectionedModel, key: string): Said | undefined {
  const said = saidIn(model, key);
  return said !== undefined && isDate(said.value) ? said : undefined;
}

/** Whether a record is about a worry that somebody raised, not about something that happened. */
export function isConcern(model: SectionedModel): boolean {
  return saidIn(model, 'type')?.value === 'concern';
}

/** What makes an incident a serious one; undefined where nothing does or nobody has decided. */
export function seriousness(model: SectionedModel): Said | undefined {
  const said = saidIn(model, 'serious');
  return said === undefined || ['no', 'false', 'none', 'n/a'].includes(said.value) ? undefined : said;
}
