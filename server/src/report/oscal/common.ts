import { uuidOf } from '../../text/hashes.ts';
import { withoutEnd } from '../../text/trim.ts';
import type { ControlData, CoverageData, EvidenceData } from '../coverage-data.ts';
import { evidenceHref } from '../evidence-links.ts';

/** Namespace of the properties that OSCAL has no word for. */
export const OSCAL_NAMESPACE = 'https://github.com/clausewright/clausewright/ns/oscal';

/** The version of OSCAL that is written. */
const OSCAL_VERSION = '1.2.1';

/** What every export is made of. */
export interface ExportInput {
  readonly data: CoverageData;
  /** The day for which evidence was graded, YYYY-MM-DD. */
  readonly date: string;
  /** What stands before a file's path in a link; without it files are named and not linked. */
  readonly base: string | undefined;
}

/** A piece of an OSCAL document. */
export type OscalPart = Readonly<Record<string, unknown>>;

/** The day as OSCAL writes times. */
export function oscalTime(date: string): string {
  return `${date}T00:00:00Z`;
}

/** The metadata of a document. */
export function metadataOf(title: string, { date }: ExportInput): OscalPart {
  return {
    title,
    'last-modified': oscalTime(date),
    version: date,
    'oscal-version': OSCAL_VERSION,
    props: [property('tool', 'Clausewright')],
    remarks: 'Says what is evidenced and how strongly; it is no statement of conformity.',
  };
}

/** A property of ours. A value that OSCAL does not take, one of nothing or with line breaks, is mended. */
export function property(name: string, value: string): OscalPart {
  return { name, ns: OSCAL_NAMESPACE, value: oneLine(value) };
}

/** Properties of those that have a value. */
export function properties(values: Readonly<Record<string, string | null>>): OscalPart[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === null || oneLine(value) === '' ? [] : [property(name, value)],
  );
}

/** Text on one line without blanks at its ends, as OSCAL's strings are. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Text that says something: OSCAL takes no empty description. */
export function described(text: string, otherwise: string): string {
  return text.trim() === '' ? otherwise : text;
}

/**
 * A control's id as an OSCAL token: letters, digits, dots and dashes, not beginning with a digit. What our own reader
 * makes of it is the same id again, as spelling makes no difference to it.
 */
export function oscalId(qualified: string): string {
  const bare = qualified.slice(qualified.indexOf(':') + 1);
  const token = withoutEnd(bare.replace(/[^\p{L}\p{N}.]+/gu, '-').replace(/^[-.]+/, ''), /-/);
  return /^\p{L}/u.test(token) ? token : `_${token}`;
}

/** The framework's part of a qualified id. */
export function frameworkOf({ id }: ControlData): string {
  return id.slice(0, id.indexOf(':'));
}

/** The resource of the back matter that stands for a framework. */
export function frameworkResource(id: string, name: string): OscalPart {
  return { uuid: frameworkUuid(id), title: oneLine(name), description: id };
}

/** Id of {@link frameworkResource}; the same in every document. */
export function frameworkUuid(id: string): string {
  return uuidOf('framework', id);
}

/** Where a control stands in the workspace: with its id, what everything derived from it is named after. */
export function placeOf(control: ControlData): readonly string[] {
  return [control.entry?.path ?? '', control.system ?? '', control.id];
}

/** Id of a piece of evidence of a control. */
export function evidenceUuid(control: ControlData, index: number): string {
  return uuidOf('evidence', ...placeOf(control), String(index), control.evidence[index]?.target ?? '');
}

/** A piece of evidence as a resource of the back matter. */
export function evidenceResource(control: ControlData, index: number, base: string | undefined): OscalPart[] {
  const evidence = control.evidence[index];
  if (evidence === undefined) return [];
  const href = evidenceHref(evidence, base);
  return [
    {
      uuid: evidenceUuid(control, index),
      title: described(oneLine(evidence.target), 'unnamed'),
      ...(evidence.reason === null ? {} : { description: evidence.reason }),
      props: evidenceProperties(evidence),
      ...(href === undefined ? {} : { rlinks: [{ href }] }),
    },
  ];
}

function evidenceProperties(evidence: EvidenceData): OscalPart[] {
  return properties({
    strength: evidence.strength,
    kind: evidence.kind,
    path: evidence.path,
    fragment: evidence.fragment,
    suspect: evidence.suspect ? 'yes' : null,
    'signed-by': evidence.signed?.by ?? null,
    'signed-on': evidence.signed?.on ?? null,
    'signed-digest': evidence.signed?.digest ?? null,
    expires: evidence.expires,
  });
}

/** A list under its key, as OSCAL takes no empty ones. */
export function listed(key: string, items: readonly unknown[]): OscalPart {
  return items.length === 0 ? {} : { [key]: items };
}

/** The back matter, where there is any. */
export function backMatter(resources: readonly OscalPart[]): OscalPart {
  return resources.length === 0 ? {} : { 'back-matter': { resources } };
}
