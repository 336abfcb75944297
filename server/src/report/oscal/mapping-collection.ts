import type { CrosswalkData } from '../../catalog/types.ts';
import { uuidOf } from '../../text/hashes.ts';
import {
  backMatter,
  type ExportInput,
  frameworkResource,
  frameworkUuid,
  metadataOf,
  type OscalPart,
  oneLine,
  properties,
} from './common.ts';

/** A crosswalk with the names of its frameworks. */
export interface NamedCrosswalk {
  readonly set: CrosswalkData;
  readonly fromName: string;
  readonly toName: string;
}

/**
 * Crosswalks as an OSCAL mapping collection. Every pair is `intersects-with`: evidence for one control is useful for
 * the other, and nothing here says more. Undefined where there is no pair, as OSCAL has no empty collection.
 */
export function mappingCollection(
  crosswalks: readonly NamedCrosswalk[],
  input: ExportInput,
): OscalPart | undefined {
  const filled = crosswalks.filter(({ set }) => set.pairs.length > 0);
  if (filled.length === 0) return undefined;
  const names = new Map(
    filled.flatMap(({ set, fromName, toName }) => [[set.from, fromName] as const, [set.to, toName] as const]),
  );
  return {
    'mapping-collection': {
      uuid: uuidOf('mapping-collection', ...filled.map(({ set }) => set.id)),
      metadata: metadataOf('Crosswalks between frameworks', input),
      provenance: {
        method: 'human',
        'matching-rationale': 'semantic',
        status: 'complete',
        'mapping-description':
          'A pair says that evidence for one control is useful for the other, not that one satisfies the other. Each mapping says whether it was published, derived or is editorial.',
      },
      mappings: filled.map(({ set }) => mappingOf(set)),
      ...backMatter([...names].map(([id, name]) => frameworkResource(id, name))),
    },
  };
}

function mappingOf(set: CrosswalkData): OscalPart {
  return {
    uuid: uuidOf('mapping', set.id),
    'source-resource': { type: 'catalog', href: `#${frameworkUuid(set.from)}` },
    'target-resource': { type: 'catalog', href: `#${frameworkUuid(set.to)}` },
    props: properties({ basis: set.basis, publisher: set.publisher ?? null, crosswalk: set.id }),
    ...(set.caveat === undefined ? {} : { remarks: set.caveat }),
    maps: set.pairs.map((pair, index) => ({
      uuid: uuidOf('map', set.id, pair.from, pair.to, String(index)),
      relationship: 'intersects-with',
      sources: [{ type: 'control', 'id-ref': oneLine(pair.from) }],
      targets: [{ type: 'control', 'id-ref': oneLine(pair.to) }],
      props: properties({ basis: pair.basis ?? set.basis, strength: pair.strength ?? null }),
      ...(pair.caveat === undefined ? {} : { remarks: pair.caveat }),
    })),
  };
}
