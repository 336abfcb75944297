import type { ControlCoverage } from '../../workspace/evidence/control-coverage.ts';
import { placeText } from './cite.ts';
import { type Input, isProblem, type Problem } from './input.ts';
import { type Asked, entryPlace, frameworkText, pageOf, partsFor, restText, rowsOf, short } from './rows.ts';

/** An answer: text for a reader, and the same as data. */
export interface Answer {
  readonly text: string;
  readonly data: object;
}

/** `coverage`: how strong the evidence of each control is. */
export function coverageAnswer(asked: Asked, input: Input): Answer | Problem {
  const parts = partsFor(asked, input);
  if (isProblem(parts)) return parts;
  const { strength } = input;
  const wanted = rowsOf(parts).filter(
    row => strength === undefined || strength === '' || (row.applicable && row.strength === strength),
  );
  const page = pageOf(wanted, input);
  const rows = page.rows.map(row => rowData(asked, row));
  const rest = restText(page);
  const text = [
    ...parts.map(({ framework }) => frameworkText(framework)),
    '',
    ...rows.map(rowText),
    ...(rows.length === 0 ? ['No control fits.'] : []),
    ...(rest === '' ? [] : ['', rest]),
  ].join('\n');
  const frameworks = parts.map(({ framework }) => framework);
  return { text, data: { frameworks, controls: rows, total: page.total, from: page.from } };
}

type Row = ReturnType<typeof rowData>;

function rowData(asked: Asked, row: ControlCoverage) {
  const why = row.applicable ? null : (row.scopeReason ?? row.justification);
  return {
    id: row.id,
    title: row.title,
    system: row.system,
    applicable: row.applicable,
    why: why === null ? null : short(why),
    strength: row.strength,
    needed: row.needed,
    status: row.status === null ? null : short(row.status),
    owner: row.owner === null ? null : short(row.owner),
    evidence: row.evidence.length,
    hasEntry: row.entry !== undefined,
    at: entryPlace(asked, row) ?? null,
  };
}

function rowText(row: Row): string {
  const state = row.applicable
    ? `${row.strength}, needs ${row.needed}`
    : `not applicable${row.why === null ? '' : `: ${row.why}`}`;
  const facts = [
    state,
    row.status === null ? '' : `status ${row.status}`,
    row.owner === null ? '' : `owner ${row.owner}`,
    row.hasEntry ? '' : 'no entry',
  ].filter(each => each !== '');
  const place = row.at === null ? '' : ` [${placeText(row.at)}]`;
  const whose = row.system === null ? '' : ` (${row.system})`;
  return `- ${row.id} ${row.title}${whose}: ${facts.join('; ')}${place}`;
}
