import type { ControlCoverage } from '../../workspace/evidence/control-coverage.ts';
import type { GradedEvidence } from '../../workspace/evidence/graded.ts';
import { nextStep } from '../../workspace/evidence/next-step.ts';
import { isOpen } from '../overview/filter.ts';
import { candidatesFor, candidateText } from './candidates.ts';
import { citeEvidence, placeText } from './cite.ts';
import type { Answer } from './coverage.ts';
import { type Input, isProblem, type Problem } from './input.ts';
import { type Asked, entryPlace, partsFor, short } from './rows.ts';
import { subjectOf } from './subject.ts';

/** More pieces of evidence than this for one control are counted. */
const MOST_PIECES = 30;
/** More systems than this are asked for one by one. */
const MOST_SYSTEMS = 20;

/** `evidence_for`: what the workspace holds as evidence of one control, for each system. */
export function evidenceAnswer(asked: Asked, input: Input): Answer | Problem {
  const known = subjectOf(asked, input.control ?? '');
  if (isProblem(known)) return known;
  const { system } = input;
  const parts = partsFor(asked, system === undefined ? {} : { system });
  if (isProblem(parts)) return parts;
  const { catalog, item } = known;
  // A part of an item, such as a letter of an annex point, is answered with the item that counts.
  const ids = new Set([catalog.qualified(item), catalog.qualified(catalog.counted(item))]);
  const rows = parts
    .filter(each => each.framework.id === catalog.id)
    .flatMap(each => [...each.controls, ...each.clauses])
    .filter(each => ids.has(each.id));
  const id = catalog.qualified(item);
  if (rows.length === 0)
    return {
      problem: `${id} (${item.title}) is not among the controls of the control mappings here; ${catalog.id} may not be in scope, or the item is none that evidence is collected for.`,
    };
  const told = rows.slice(0, MOST_SYSTEMS).map(row => rowData(asked, row));
  const more = rows.length > told.length ? [`${rows.length - told.length} more systems; name one.`] : [];
  const text = [`${id} ${item.title}`, ...told.flatMap(rowText), ...more].join('\n');
  return { text, data: { id, title: item.title, systems: told } };
}

type Row = ReturnType<typeof rowData>;
type Piece = ReturnType<typeof pieceData>;

function rowData(asked: Asked, row: ControlCoverage) {
  return {
    system: row.system,
    applicable: row.applicable,
    why: row.applicable ? null : short(row.scopeReason ?? row.justification ?? ''),
    strength: row.strength,
    needed: row.needed,
    status: row.status === null ? null : short(row.status),
    owner: row.owner === null ? null : short(row.owner),
    at: entryPlace(asked, row) ?? null,
    hasEntry: row.entry !== undefined,
    evidence: row.evidence.slice(0, MOST_PIECES).map(each => pieceData(asked, row, each)),
    evidenceTotal: row.evidence.length,
    next: isOpen(row) ? short(nextStep(row)) : null,
    candidates: candidatesFor(asked, row),
    supportedThrough: row.supportedThrough.slice(0, MOST_PIECES),
  };
}

function pieceData(asked: Asked, row: ControlCoverage, evidence: GradedEvidence) {
  const { target, strength, suspect, reason, item, path } = evidence;
  const mapping = row.entry?.path ?? path ?? '';
  return {
    target: short(target),
    strength,
    suspect,
    reason: reason === undefined ? null : short(reason.text),
    kind: item?.type ?? null,
    signed: item === undefined || item.by === null ? null : { by: short(item.by), on: item.on },
    expires: item?.expires ?? null,
    at: isThere(evidence) ? (citeEvidence(asked, mapping, target, row.id) ?? null) : null,
  };
}

/** Whether the link leads to something; a file without the section that is named is not it. */
function isThere({ reason }: GradedEvidence): boolean {
  return reason?.code !== 'no-section' && reason?.code !== 'no-lines';
}

function rowText(row: Row): string[] {
  const whose = row.system === null ? '' : `${row.system}: `;
  const entry = row.at === null ? '' : ` [${placeText(row.at)}]`;
  const state = row.applicable
    ? `${row.strength}, needs ${row.needed}${row.hasEntry ? '' : '; no entry'}`
    : `not applicable: ${row.why}`;
  const hidden = row.evidenceTotal - row.evidence.length;
  return [
    `${whose}${state}${row.owner === null ? '' : `; owner ${row.owner}`}${entry}`,
    ...row.evidence.map(pieceText),
    ...(hidden > 0 ? [`- ${hidden} more pieces`] : []),
    ...(row.next === null ? [] : [`Next: ${row.next}.`]),
    ...row.candidates.map(each => `- could link ${candidateText(each)}`),
    ...(row.supportedThrough.length === 0
      ? []
      : [`Useful evidence stands at ${row.supportedThrough.join(', ')}.`]),
  ];
}

function pieceText(piece: Piece): string {
  const because = piece.reason === null ? '' : ` because ${piece.reason}`;
  const signed =
    piece.signed === null
      ? ''
      : `; signed by ${piece.signed.by}${piece.signed.on === null ? '' : ` on ${piece.signed.on}`}`;
  const place = piece.at === null ? '' : ` [${placeText(piece.at)}]`;
  return `- ${piece.target}: ${piece.strength}${because}${signed}${piece.suspect ? '; changed since' : ''}${place}`;
}
