import type { ControlCoverage } from '../../workspace/evidence/control-coverage.ts';
import { nextStep } from '../../workspace/evidence/next-step.ts';
import { samePerson } from '../../workspace/evidence/people.ts';
import { isOpen } from '../overview/filter.ts';
import { type Candidate, candidatesFor, candidateText } from './candidates.ts';
import { type Citation, placeText } from './cite.ts';
import type { Answer } from './coverage.ts';
import { type Input, isProblem, type Problem } from './input.ts';
import { type Asked, entryPlace, frameworkText, pageOf, partsFor, restText, rowsOf, short } from './rows.ts';

interface Gap {
  readonly id: string;
  readonly title: string;
  readonly system: string | null;
  readonly strength: string;
  readonly needed: string;
  readonly owner: string | null;
  /** Whether only the organisation can show it, not one system's repository. */
  readonly organizational: boolean;
  readonly next: string;
  readonly at: Citation | null;
  readonly candidates: readonly Candidate[];
}

/** `gaps`: what lacks the evidence it needs, and what to do about it. */
export function gapsAnswer(asked: Asked, input: Input): Answer | Problem {
  const parts = partsFor(asked, input);
  if (isProblem(parts)) return parts;
  const wanted = rowsOf(parts).filter(row => isGap(row) && isOf(row, input.owner));
  const page = pageOf(wanted, input);
  const gaps = page.rows.map(row => gapData(asked, row));
  const rest = restText(page);
  const text = [
    ...parts.map(({ framework }) => frameworkText(framework)),
    '',
    ...gaps.flatMap(gapText),
    ...(gaps.length === 0 ? ['No gap fits.'] : []),
    ...(rest === '' ? [] : ['', rest]),
  ].join('\n');
  return { text, data: { gaps, total: page.total, from: page.from } };
}

function isGap(row: ControlCoverage): boolean {
  return isOpen(row) || (row.applicable && row.evidence.some(each => each.suspect));
}

function isOf({ owner }: ControlCoverage, wanted: string | undefined): boolean {
  if (wanted === undefined) return true;
  return wanted === '' ? owner === null : owner !== null && samePerson(owner, wanted);
}

function gapData(asked: Asked, row: ControlCoverage): Gap {
  return {
    id: row.id,
    title: row.title,
    system: row.system,
    strength: row.strength,
    needed: row.needed,
    owner: row.owner === null ? null : short(row.owner),
    organizational: row.organizational,
    next: short(nextStep(row)),
    at: entryPlace(asked, row) ?? null,
    candidates: candidatesFor(asked, row),
  };
}

function gapText(gap: Gap): string[] {
  const place = gap.at === null ? '' : ` [${placeText(gap.at)}]`;
  const owner = gap.owner === null ? '' : ` Owner ${gap.owner}.`;
  const whose = gap.system === null ? '' : ` (${gap.system})`;
  const level = gap.organizational ? ' Only the organisation can show it.' : '';
  return [
    `- ${gap.id} ${gap.title}${whose}: ${gap.strength}, needs ${gap.needed}. Next: ${gap.next}.${owner}${level}${place}`,
    ...gap.candidates.map(each => `  - could link ${candidateText(each)}`),
  ];
}
