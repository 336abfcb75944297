import { uuidOf } from '../../text/hashes.ts';
import type { ControlData } from '../coverage-data.ts';
import { grounds, isMet } from '../coverage-words.ts';
import { described, evidenceUuid, listed, type OscalPart, oscalId, placeOf, properties } from './common.ts';

/**
 * How far a control is implemented as its evidence shows, in OSCAL's words: what nothing evidences is planned,
 * whatever the mapping says of it. Our own reader therefore learns nothing from an export that lies in the workspace.
 */
export function implementationStatus(control: ControlData): string {
  if (!control.applicable) return 'not-applicable';
  if (control.strength === 'missing' || control.status === 'planned') return 'planned';
  return isMet(control) && (control.status ?? 'implemented') === 'implemented' ? 'implemented' : 'partial';
}

/** A control with its standing, as an implemented requirement of a component or a system. */
export function requirementOf(control: ControlData): OscalPart {
  return {
    uuid: uuidOf('requirement', ...placeOf(control)),
    'control-id': oscalId(control.id),
    description: described(grounds(control), 'Nothing is said.'),
    props: [
      { name: 'implementation-status', value: implementationStatus(control) },
      ...properties({
        id: control.id,
        title: control.title,
        applicable: control.applicable ? 'yes' : 'no',
        justification: control.justification,
        'scope-reason': control.scopeReason,
        status: control.status,
        owner: control.owner,
        strength: control.strength,
        needed: control.needed,
        entry: control.entry?.path ?? null,
      }),
    ],
    ...listed(
      'links',
      control.evidence.map((_, index) => evidenceLink(control, index)),
    ),
  };
}

/** A link to the resource of a piece of evidence. */
export function evidenceLink(control: ControlData, index: number): OscalPart {
  return { href: `#${evidenceUuid(control, index)}`, rel: 'evidence' };
}
