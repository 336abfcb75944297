import { uuidOf } from '../../text/hashes.ts';
import type { ControlData } from '../coverage-data.ts';
import { groupsOf, type ReportGroup } from '../coverage-groups.ts';
import { grounds, isMet } from '../coverage-words.ts';
import { evidenceHref } from '../evidence-links.ts';
import {
  backMatter,
  described,
  type ExportInput,
  evidenceUuid,
  listed,
  metadataOf,
  type OscalPart,
  oneLine,
  oscalId,
  oscalTime,
  placeOf,
  properties,
} from './common.ts';
import { resourcesOf, systemTitle } from './component-definition.ts';
import { implementationStatus } from './requirements.ts';

/**
 * Coverage as OSCAL assessment results: one result for each system and framework, with an observation for each piece of
 * evidence and a finding for each control, the excluded ones with their justification.
 */
export function assessmentResults(input: ExportInput): OscalPart {
  const groups = groupsOf(input.data).filter(({ rows }) => rows.length > 0);
  const plan = uuidOf('assessment-plan');
  const names = groups.flatMap(({ framework }) => [framework.id, framework.system ?? '']);
  return {
    'assessment-results': {
      uuid: uuidOf('assessment-results', ...names),
      metadata: metadataOf('Evidence of the AI systems', input),
      'import-ap': { href: `#${plan}` },
      results: groups.map(group => resultOf(group, input)),
      ...backMatter([
        {
          uuid: plan,
          title: 'How evidence is graded',
          description:
            'Evidence is graded by what a program can see: missing, asserted, documented, reviewed, tested. There is no assessment plan beyond that.',
        },
        ...resourcesOf(groups, input.base),
      ]),
    },
  };
}

function resultOf({ framework, rows }: ReportGroup, { date, base }: ExportInput): OscalPart {
  const observations = rows.flatMap(row =>
    row.evidence.map((_, index) => observationOf(row, index, date, base)),
  );
  return {
    uuid: uuidOf('result', framework.id, framework.system ?? ''),
    title: `${oneLine(framework.name)}, ${systemTitle(framework.system)}`,
    description: `${framework.met} of ${framework.applicable} applicable controls have the evidence they need. This says what is evidenced; it is no statement of conformity.`,
    start: oscalTime(date),
    'reviewed-controls': {
      'control-selections': [{ 'include-controls': rows.map(({ id }) => ({ 'control-id': oscalId(id) })) }],
    },
    ...listed('observations', observations),
    findings: rows.map(findingOf),
  };
}

function observationOf(
  control: ControlData,
  index: number,
  date: string,
  base: string | undefined,
): OscalPart {
  const evidence = control.evidence[index];
  const href = evidence === undefined ? undefined : evidenceHref(evidence, base);
  const target = described(oneLine(evidence?.target ?? ''), 'unnamed');
  return {
    uuid: observationUuid(control, index),
    description: `${target} is ${evidence?.strength ?? 'missing'} evidence${evidence?.reason == null ? '' : `: ${evidence.reason}`}.`,
    methods: [evidence?.strength === 'tested' ? 'TEST' : 'EXAMINE'],
    types: ['control-objective'],
    'relevant-evidence': [
      {
        href: href ?? `#${evidenceUuid(control, index)}`,
        description: target,
      },
    ],
    collected: oscalTime(date),
  };
}

function observationUuid(control: ControlData, index: number): string {
  return uuidOf('observation', evidenceUuid(control, index));
}

function findingOf(control: ControlData): OscalPart {
  return {
    uuid: uuidOf('finding', ...placeOf(control)),
    title: `${oscalId(control.id)} ${oneLine(control.title)}`,
    description: described(grounds(control), 'Nothing is said.'),
    props: properties({
      id: control.id,
      applicable: control.applicable ? 'yes' : 'no',
      justification: control.justification,
      'scope-reason': control.scopeReason,
      status: control.status,
      owner: control.owner,
      strength: control.strength,
      needed: control.needed,
    }),
    target: {
      type: 'objective-id',
      'target-id': oscalId(control.id),
      status: {
        state: isMet(control) ? 'satisfied' : 'not-satisfied',
        remarks: 'Whether the evidence is as strong as it needs to be, and no more than that.',
      },
      'implementation-status': { state: implementationStatus(control) },
    },
    ...listed(
      'related-observations',
      control.evidence.map((_, index) => ({ 'observation-uuid': observationUuid(control, index) })),
    ),
  };
}
