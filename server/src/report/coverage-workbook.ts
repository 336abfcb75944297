import type { ControlData, CoverageData, EvidenceData } from './coverage-data.ts';
import { bareId, grounds, isMet, standing } from './coverage-words.ts';
import type { CrosswalkRow } from './crosswalk-rows.ts';
import { evidenceHref } from './evidence-links.ts';
import type { Cell, Sheet } from './xlsx/cells.ts';
import { workbook } from './xlsx/workbook.ts';

/** What the workbook of a coverage is made of. */
export interface CoverageWorkbook {
  readonly data: CoverageData;
  readonly crosswalk: readonly CrosswalkRow[];
  /** The day for which evidence was graded, YYYY-MM-DD. */
  readonly date: string;
  /** What stands before a file's path in a link; without it evidence files are not linked. */
  readonly base: string | undefined;
}

/** Coverage as an XLSX workbook that an auditor can work with. */
export function coverageWorkbook({ data, crosswalk, date, base }: CoverageWorkbook): Uint8Array {
  const rows = [...data.controls, ...data.clauses.filter(each => each.entry !== null)];
  const names = new Map(data.frameworks.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(frameworkOf(id)) ?? frameworkOf(id);
  return workbook(
    [
      applicability(rows, nameOf, base),
      gaps(rows, nameOf),
      crosswalkSheet(crosswalk),
      register(rows, nameOf, base),
    ],
    { title: `Evidence coverage, ${date}`, created: `${date}T00:00:00Z` },
  );
}

function applicability(
  rows: readonly ControlData[],
  nameOf: (id: string) => string,
  base: string | undefined,
): Sheet {
  return {
    name: 'Statement of Applicability',
    columns: columns({
      Framework: 18,
      System: 18,
      Control: 12,
      Title: 36,
      Applicable: 11,
      Justification: 40,
      Status: 14,
      Owner: 24,
      Strength: 13,
      Needed: 13,
      Enough: 9,
      Evidence: 48,
      'Sign-off': 32,
    }),
    rows: rows.map(control => [
      { text: nameOf(control.id) },
      { text: control.system ?? '' },
      { text: bareId(control.id), style: 'title' },
      { text: control.title },
      { text: control.applicable ? 'yes' : 'no' },
      { text: control.scopeReason ?? control.justification ?? '' },
      { text: control.status ?? '' },
      { text: control.owner ?? '' },
      { text: standing(control) },
      { text: control.applicable ? control.needed : '' },
      enough(control),
      linked(control.evidence.map(each => each.target).join('\n'), control.evidence[0], base),
      { text: [...new Set(control.evidence.flatMap(signOff))].join('\n') },
    ]),
  };
}

function enough(control: ControlData): Cell {
  if (!control.applicable) return { text: '' };
  return isMet(control) ? { text: 'yes', style: 'good' } : { text: 'no', style: 'bad' };
}

function signOff({ signed, suspect }: EvidenceData): string[] {
  if (signed === null) return [];
  const when = signed.on === null ? '' : `, ${signed.on}`;
  return [`${signed.by}${when}${suspect ? ' (changed since)' : ''}`];
}

function gaps(rows: readonly ControlData[], nameOf: (id: string) => string): Sheet {
  return {
    name: 'Gaps',
    columns: columns({
      Framework: 18,
      System: 18,
      Control: 12,
      Title: 36,
      Status: 14,
      Owner: 24,
      Strength: 13,
      Needed: 13,
      'What is there': 60,
      'Supported through': 36,
      'To be shown by': 16,
    }),
    rows: rows
      .filter(control => !isMet(control))
      .map(control => [
        { text: nameOf(control.id) },
        { text: control.system ?? '' },
        { text: bareId(control.id), style: 'title' },
        { text: control.title },
        { text: control.status ?? '' },
        { text: control.owner ?? '' },
        { text: control.strength, style: 'bad' },
        { text: control.needed },
        { text: grounds(control) },
        { text: control.supportedThrough.join(', ') },
        { text: control.organizational ? 'organisation' : 'system' },
      ]),
  };
}

function crosswalkSheet(rows: readonly CrosswalkRow[]): Sheet {
  return {
    name: 'Crosswalk',
    columns: columns({
      Control: 22,
      Title: 36,
      'Useful for': 24,
      'Title there': 40,
      Basis: 12,
      Publisher: 24,
      Caveat: 60,
    }),
    rows: rows.map(({ id, title, other, otherTitle, basis, publisher, caveat }) =>
      [id, title, other, otherTitle, basis, publisher, caveat].map(text => ({ text })),
    ),
  };
}

function register(
  rows: readonly ControlData[],
  nameOf: (id: string) => string,
  base: string | undefined,
): Sheet {
  return {
    name: 'Evidence register',
    columns: columns({
      Evidence: 48,
      Framework: 18,
      System: 18,
      Control: 12,
      Kind: 12,
      Strength: 13,
      'Changed since signed': 12,
      'Why not stronger': 44,
      'Signed by': 26,
      'Signed on': 12,
      'Signed digest': 16,
      Expires: 12,
    }),
    rows: rows.flatMap(control =>
      control.evidence.map((each): Cell[] => [
        linked(each.target, each, base),
        { text: nameOf(control.id) },
        { text: control.system ?? '' },
        { text: bareId(control.id), style: 'title' },
        { text: each.kind ?? '' },
        { text: each.strength },
        { text: each.signed === null ? '' : each.suspect ? 'yes' : 'no' },
        { text: each.reason ?? '' },
        { text: each.signed?.by ?? '' },
        { text: each.signed?.on ?? '' },
        { text: each.signed?.digest ?? '' },
        { text: each.expires ?? '' },
      ]),
    ),
  };
}

function linked(text: string, evidence: EvidenceData | undefined, base: string | undefined): Cell {
  const href = evidence === undefined ? undefined : evidenceHref(evidence, base);
  return href === undefined ? { text } : { text, href };
}

function columns(widths: Readonly<Record<string, number>>): Sheet['columns'] {
  return Object.entries(widths).map(([title, width]) => ({ title, width }));
}

function frameworkOf(id: string): string {
  return id.slice(0, id.indexOf(':'));
}
