import { uuidOf } from '../../text/hashes.ts';
import type { ControlData } from '../coverage-data.ts';
import { groupsOf } from '../coverage-groups.ts';
import { bareId } from '../coverage-words.ts';
import { type CycloneInput, type CyclonePart, claimRef, requirementRef, standardRef } from './common.ts';
import { declarationsOf } from './declarations.ts';

/** Coverage as a CycloneDX 1.7 document with declarations: standards, claims, evidence, attestations. */
export function cyclonedxBom(input: CycloneInput): CyclonePart {
  const rows = groupsOf(input.data).flatMap(each => each.rows);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.7.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.7',
    serialNumber: `urn:uuid:${uuidOf('bom', input.date, ...rows.map(claimRef))}`,
    version: 1,
    metadata: {
      timestamp: `${input.date}T00:00:00Z`,
      tools: {
        components: [{ type: 'application', name: 'Clausewright', version: input.toolVersion }],
      },
    },
    declarations: declarationsOf(input),
    definitions: { standards: standardsOf(rows, input) },
    properties: rows.flatMap(standingOf),
  };
}

function standardsOf(rows: readonly ControlData[], { standards }: CycloneInput): CyclonePart[] {
  const ids = [...new Set(rows.map(({ id }) => id.slice(0, id.indexOf(':'))))];
  return ids.map(framework => {
    const standard = standards.get(framework);
    const requirements = new Map(
      rows.filter(({ id }) => id.startsWith(`${framework}:`)).map(({ id, title }) => [id, title]),
    );
    return {
      'bom-ref': standardRef(framework),
      name: standard?.name ?? framework,
      version: standard?.edition ?? '',
      description: 'Titles are our own words; the published standard stays the reference.',
      owner: standard?.publisher ?? '',
      requirements: [...requirements].map(([id, title]) => ({
        'bom-ref': requirementRef(id),
        identifier: bareId(id),
        title,
      })),
    };
  });
}

/** How a control stands, as properties that name its claim: declarations themselves have none. */
function standingOf(control: ControlData): CyclonePart[] {
  const claim = claimRef(control);
  const values: Readonly<Record<string, string | null>> = {
    applicable: control.applicable ? 'yes' : 'no',
    strength: control.strength,
    needed: control.needed,
    status: control.status,
    owner: control.owner,
    justification: control.justification,
  };
  return Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [{ name: `clausewright:${name}:${claim}`, value }],
  );
}
