import { hexSha256 } from '../text/hashes.ts';
import type { Session } from '../workspace/session.ts';
import type { ControlData, CoverageData, EvidenceData } from './coverage-data.ts';
import type { Naming } from './reported.ts';

/** A control that was drawn, with everything that leads from its clause to a signature. */
export interface Sampled {
  readonly clause: {
    /** Qualified id. */
    readonly id: string;
    readonly title: string;
    readonly framework: string;
    /** What it asks for, in our own words. */
    readonly summary: string;
  };
  readonly system: string | null;
  readonly strength: ControlData['strength'];
  readonly needed: ControlData['needed'];
  /** The entry of the mapping; null where nothing is claimed. */
  readonly claim: {
    readonly place: SamplePlace;
    readonly status: string | null;
    readonly owner: string | null;
  } | null;
  /** Where documents say of themselves that they evidence the control. */
  readonly markers: readonly SamplePlace[];
  readonly evidence: readonly SampledEvidence[];
}

/** A place in a file; the line is counted from 1. */
export interface SamplePlace {
  readonly path: string;
  readonly line: number;
}

/** A piece of evidence with its sign-off and the digest of its text as it stands. */
export interface SampledEvidence extends EvidenceData {
  /** Where it stands; null for what is no text of this workspace. */
  readonly place: SamplePlace | null;
  /** As a sign-off would record it; null for what is no text of this workspace. */
  readonly digest: string | null;
}

/** What was drawn from what. */
export interface Sample {
  readonly seed: string;
  /** Number of applicable controls that could have been drawn. */
  readonly population: number;
  readonly controls: readonly Sampled[];
}

/**
 * Which controls a seed draws: those whose hash with the seed is lowest. It is the same on every machine, and a control
 * that comes or goes elsewhere replaces one at most.
 */
export function drawn(data: CoverageData, seed: string, count: number): ControlData[] {
  const eligible = data.controls.filter(each => each.applicable);
  const lots = eligible.map(control => ({
    control,
    lot: hexSha256(JSON.stringify([seed, control.system, control.id])),
  }));
  const chosen = lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, count);
  const kept = new Set(chosen.map(each => each.control));
  return eligible.filter(each => kept.has(each));
}

/** The whole chain of a control of a session. */
export function chainOf(
  control: ControlData,
  session: Session,
  naming: Naming,
  workspacePath: PathBack,
): Sampled {
  const graph = session.graph(new Set());
  const known = session.library.item(control.id);
  const lineOf = (path: string, offset: number): number =>
    (session.source(path)?.position(offset).line ?? 0) + 1;
  return {
    clause: {
      id: control.id,
      title: control.title,
      framework: known?.catalog.data.name ?? '',
      summary: known?.item.summary ?? '',
    },
    system: control.system,
    strength: control.strength,
    needed: control.needed,
    claim:
      control.entry === null
        ? null
        : {
            place: { path: control.entry.path, line: control.entry.range.start.line + 1 },
            status: control.status,
            owner: control.owner,
          },
    markers: graph
      .claims(control.id)
      .map(({ path, span }) => ({ path: naming.shown(path), line: lineOf(path, span.start) })),
    evidence: control.evidence.map(each => {
      const path = each.path === null ? undefined : workspacePath(each.path);
      if (path === undefined) return { ...each, place: null, digest: null };
      const fragment = each.fragment ?? undefined;
      const stated = graph.place(path, fragment);
      return {
        ...each,
        place:
          each.path === null || stated === undefined
            ? null
            : { path: each.path, line: lineOf(path, stated.span.start) },
        digest: graph.digest(path, fragment) ?? null,
      };
    }),
  };
}

/** The workspace path of a path as the reader knows it. */
export type PathBack = (shown: string) => string | undefined;
