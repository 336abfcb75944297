import type { Entry } from '../../model/entry.ts';
import type { MappingModel } from '../../model/mapping.ts';
import type { TextChange } from '../../text/source.ts';
import { at, type Placed } from '../../text/span.ts';
import { setFields } from './entry-fields.ts';

/** The stub that stands where the author has to give a reason; it counts as none. */
export function justificationStub(id: string): string {
  return `TODO say why ${id} does not apply to this system`;
}

/**
 * Excludes a control: `applicable: false` takes the place of its status, and a reason is still to be given.
 * Undefined where the entry cannot be changed without rewriting it.
 */
export function excludeEntry(
  text: string,
  mapping: MappingModel,
  entry: Placed<Entry>,
  id: string,
): TextChange[] | undefined {
  const { fields } = entry.value;
  const status = fields.get('status');
  const stub = ['justification', justificationStub(id)] as const;
  const reasoned = fields.has('justification');
  if (status === undefined || fields.has('applicable')) {
    return setFields(
      text,
      mapping,
      entry,
      reasoned ? [['applicable', false]] : [['applicable', false], stub],
    );
  }
  const replaced = { span: at(entry.start, status), text: 'applicable: false' };
  if (reasoned) return [replaced];
  const added = setFields(text, mapping, entry, [stub]);
  return added === undefined ? undefined : [replaced, ...added];
}
