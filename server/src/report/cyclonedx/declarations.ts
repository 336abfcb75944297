import { uuidOf } from '../../text/hashes.ts';
import type { ControlData, EvidenceData } from '../coverage-data.ts';
import { groupsOf, type ReportGroup } from '../coverage-groups.ts';
import { bareId, grounds } from '../coverage-words.ts';
import { evidenceHref } from '../evidence-links.ts';
import { type CycloneInput, type CyclonePart, claimRef, given, requirementRef, targetRef } from './common.ts';

const ASSESSOR = 'clausewright';

/**
 * Coverage as declarations: a claim for each control with its evidence, attested as far as a program can see. There is
 * no score of conformance, as evidence is all that is looked at.
 */
export function declarationsOf(input: CycloneInput): CyclonePart {
  const groups = groupsOf(input.data);
  const systems = [...new Set(groups.map(each => each.framework.system))];
  const rows = groups.flatMap(each => each.rows);
  return {
    assessors: [
      { 'bom-ref': ASSESSOR, thirdParty: false, organization: { name: 'Clausewright (automatic)' } },
    ],
    attestations: groups.map(attestationOf),
    claims: rows.map(claimOf),
    evidence: rows.flatMap(row =>
      row.evidence.map((each, index) => evidenceOf(row, each, index, input.base)),
    ),
    targets: {
      components: systems.map(system => ({
        type: 'application',
        'bom-ref': targetRef(system),
        name: system ?? 'unnamed',
      })),
    },
  };
}

function attestationOf({ framework, title, rows }: ReportGroup): CyclonePart {
  return {
    summary: `${title}: ${framework.met} of ${framework.applicable} applicable controls have the evidence they need. This says what is evidenced; it is no statement of conformity.`,
    assessor: ASSESSOR,
    map: rows.map(row => ({
      requirement: requirementRef(row.id),
      [row.applicable && row.strength === 'missing' ? 'counterClaims' : 'claims']: [claimRef(row)],
      confidence: { rationale: confidenceOf(row) },
    })),
  };
}

function confidenceOf({ applicable, strength, needed }: ControlData): string {
  return applicable
    ? `The strength of the evidence is "${strength}"; "${needed}" is needed.`
    : 'Excluded from what applies.';
}

function claimOf(control: ControlData): CyclonePart {
  const evidence = control.evidence.map((_, index) => evidenceRef(control, index));
  return {
    'bom-ref': claimRef(control),
    target: targetRef(control.system),
    predicate: predicateOf(control),
    reasoning: grounds(control),
    ...(evidence.length === 0 ? {} : { evidence }),
  };
}

function predicateOf({ id, title, applicable, strength, system }: ControlData): string {
  const what = `${bareId(id)} (${title})`;
  const whom = system ?? 'the system';
  if (!applicable) return `${what} does not apply to ${whom}.`;
  return strength === 'missing'
    ? `Nothing evidences ${what} for ${whom}.`
    : `${what} is evidenced for ${whom}; the evidence is ${strength}.`;
}

function evidenceRef(control: ControlData, index: number): string {
  return `evidence-${uuidOf(claimRef(control), String(index))}`;
}

function evidenceOf(
  control: ControlData,
  evidence: EvidenceData,
  index: number,
  base: string | undefined,
): CyclonePart {
  const url = evidenceHref(evidence, base);
  const { signed, reason, strength, expires } = evidence;
  const why = reason === null ? '' : ` (${reason})`;
  const since = signed !== null && evidence.suspect ? ' Its text has changed since it was signed.' : '';
  return {
    'bom-ref': evidenceRef(control, index),
    propertyName: `clausewright:evidence:${strength}`,
    description: `${evidence.target}: ${strength}${why}.${since}`,
    data: [{ name: evidence.target, ...given({ contents: url === undefined ? undefined : { url } }) }],
    ...given({
      expires: expires !== null && isDay(expires) ? `${expires}T00:00:00Z` : undefined,
      reviewer: signed === null ? undefined : contactOf(signed.by),
    }),
  };
}

function contactOf(person: string): CyclonePart {
  return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(person) ? { email: person } : { name: person };
}

/** Whether a text is a day of the calendar. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
