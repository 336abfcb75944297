import { FORMATS } from '../../generated/formats.ts';
import { validateEntry, validateEvidence } from '../../generated/validators.js';
import type { Entry } from '../../model/entry.ts';
import { textField } from '../../model/field.ts';
import { entriesIn } from '../../model/mapping.ts';
import { pairOf, type YamlNode } from '../../syntax/yaml/nodes.ts';
import type { YamlUnit } from '../../syntax/yaml/unit.ts';
import { isDate } from '../../workspace/evidence/dates.ts';
import { type FormatFault, keyFormatFaults, valueFormatFaults } from '../format-faults.ts';
import { knownKeys } from '../key-faults.ts';
import { quoted } from '../wording.ts';

const DEFINITIONS = FORMATS['control-mapping']?.definitions;
const ENTRY_KEYS = knownKeys(DEFINITIONS?.['entry']);
const EVIDENCE_KEYS = knownKeys(DEFINITIONS?.['evidence']);
const SIGN_OFF_KEYS = knownKeys(DEFINITIONS?.['signOff']);
const STATUSES = (DEFINITIONS?.['entry']?.properties?.['status']?.enum ?? []).map(String);

/** What the format does not allow in the entries of one chunk; a pure function of the chunk, so that it is kept. */
export function unitFaults(unit: YamlUnit): readonly FormatFault[] {
  return unit.derive(entriesIn).flatMap(entryFaults);
}

/** What the format does not allow in one entry; places are local to its unit. */
export function entryFaults(entry: Entry): FormatFault[] {
  const { node } = entry;
  if (entry.faulty) return [];
  if (node.kind !== 'map') return misplaced(entry);
  const faults = [
    ...withoutId(entry),
    ...keyFormatFaults(node, ENTRY_KEYS),
    ...valueFormatFaults(validateEntry, node),
    ...noDay(node, 'until'),
  ];
  const evidence = entry.evidencePair?.value;
  const items = evidence?.kind === 'seq' ? evidence.items : evidence?.kind === 'map' ? [evidence] : [];
  return [...faults, ...items.flatMap(evidenceFaults)];
}

/** A value where the entry's keys belong. */
function misplaced({ node, keyed, id }: Entry): FormatFault[] {
  if (node.kind === 'alias' || (node.kind === 'scalar' && (!keyed || node.value === null))) return [];
  const written = node.kind === 'scalar' ? quoted(node.source) : 'A list';
  const status =
    node.kind === 'scalar' ? STATUSES.find(each => each === node.source.toLowerCase()) : undefined;
  return [
    {
      from: node.from,
      to: node.to,
      what: `${written} stands where the keys of ${id?.value ?? 'an entry'} are expected`,
      next:
        status === undefined ? 'Write keys such as "status:" and "evidence:"' : `Write "status: ${status}"`,
      fix:
        status === undefined
          ? undefined
          : {
              title: `Change to { status: ${status} }`,
              from: node.from,
              to: node.to,
              text: `{ status: ${status} }`,
              verbatim: true,
            },
    },
  ];
}

function withoutId({ node, id, keyed, fields }: Entry): FormatFault[] {
  const pair = fields.get('id');
  const shown = pair?.key ?? (node.kind === 'map' ? node.pairs[0]?.key : undefined);
  const absent = pair === undefined || (pair.value.kind === 'scalar' && pair.value.value === null);
  if (keyed || id !== undefined || !absent || shown === undefined) return [];
  if (pair === undefined && keyFormatFaults(node, ENTRY_KEYS).some(fault => fault.fix?.text === 'id'))
    return [];
  return [
    {
      from: shown.from,
      to: shown.to,
      what: 'This entry names no control',
      next: 'Add "id:" with the id of one, such as A.6.2.4',
      fix: undefined,
    },
  ];
}

function evidenceFaults(item: YamlNode): FormatFault[] {
  const faults = [...valueFormatFaults(validateEvidence, item).filter(fault => !isSignOffDay(fault, item))];
  if (item.kind !== 'map') return faults;
  const keys = keyFormatFaults(item, EVIDENCE_KEYS);
  const signOff = pairOf(item, 'reviewed')?.value;
  faults.push(
    ...keys,
    ...(signOff === undefined ? [] : keyFormatFaults(signOff, SIGN_OFF_KEYS)),
    ...noDay(item, 'expires'),
  );
  const named = ['path', 'url', 'ticket'].some(key => pairOf(item, key) !== undefined);
  const first = item.pairs[0]?.key;
  if (named || keys.length > 0 || pairOf(item, '<<') !== undefined || first === undefined) return faults;
  return [
    ...faults,
    {
      from: first.from,
      to: first.to,
      what: 'This evidence points at nothing',
      next: 'Add "path:" with a file, a section or an address, or "url:" or "ticket:"',
      fix: undefined,
    },
  ];
}

/** A sign-off on a day that does not exist is the matter of review/invalid-date. */
function isSignOffDay(fault: FormatFault, item: YamlNode): boolean {
  const signOff = pairOf(item, 'reviewed')?.value;
  const on = textField(signOff === undefined ? undefined : pairOf(signOff, 'on'));
  return on !== undefined && on.from === fault.from && /^\d{4}-\d{2}-\d{2}$/.test(on.value);
}

/** Dates of the right form that are in no calendar. */
function noDay(node: YamlNode, key: string): FormatFault[] {
  const field = textField(pairOf(node, key));
  if (
    field === undefined ||
    !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(field.value) ||
    isDate(field.value)
  )
    return [];
  return [
    {
      from: field.from,
      to: field.to,
      what: `${quoted(field.value)} is no day of the calendar`,
      next: 'Correct the date',
      fix: undefined,
    },
  ];
}
