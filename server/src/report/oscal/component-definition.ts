import { uuidOf } from '../../text/hashes.ts';
import { groupsOf, type ReportGroup } from '../coverage-groups.ts';
import {
  backMatter,
  described,
  type ExportInput,
  evidenceResource,
  frameworkResource,
  frameworkUuid,
  listed,
  metadataOf,
  type OscalPart,
  oneLine,
} from './common.ts';
import { requirementOf } from './requirements.ts';

/** Coverage as an OSCAL component definition: a component for each system, with what it implements of each framework. */
export function componentDefinition(input: ExportInput): OscalPart {
  const groups = groupsOf(input.data).filter(({ rows }) => rows.length > 0);
  const systems = [...new Set(groups.map(each => each.framework.system))];
  return {
    'component-definition': {
      uuid: uuidOf('component-definition', ...systems.map(each => each ?? '')),
      metadata: metadataOf('Controls of the AI systems', input),
      ...listed(
        'components',
        systems.map(system => componentOf(system, groups)),
      ),
      ...backMatter(resourcesOf(groups, input.base)),
    },
  };
}

function componentOf(system: string | null, groups: readonly ReportGroup[]): OscalPart {
  const own = groups.filter(({ framework }) => framework.system === system);
  return {
    uuid: systemUuid(system),
    type: 'software',
    title: systemTitle(system),
    description: `The AI system ${systemTitle(system)}, as its control mappings state it.`,
    'control-implementations': own.map(({ framework, rows }) => ({
      uuid: uuidOf('control-implementation', system ?? '', framework.id),
      source: `#${frameworkUuid(framework.id)}`,
      description: `Standing under ${oneLine(framework.name)}: ${framework.met} of ${framework.applicable} applicable controls have the evidence they need.`,
      'implemented-requirements': rows.map(requirementOf),
    })),
  };
}

/** Id of a system; null for mappings that name none. */
export function systemUuid(system: string | null): string {
  return uuidOf('system', system ?? '');
}

/** What a system is called. */
export function systemTitle(system: string | null): string {
  return described(oneLine(system ?? ''), 'unnamed');
}

/** The resources that the controls of some groups refer to: their frameworks and their evidence. */
export function resourcesOf(groups: readonly ReportGroup[], base: string | undefined): OscalPart[] {
  const frameworks = new Map(groups.map(({ framework }) => [framework.id, framework.name]));
  return [
    ...[...frameworks].map(([id, name]) => frameworkResource(id, name)),
    ...groups.flatMap(({ rows }) =>
      rows.flatMap(row => row.evidence.flatMap((_, index) => evidenceResource(row, index, base))),
    ),
  ];
}
