import type { Strength } from '../catalog/types.ts';
import type { ControlCoverage } from '../workspace/evidence/control-coverage.ts';
import type { Coverage } from '../workspace/evidence/coverage.ts';
import type { FrameworkCoverage } from '../workspace/evidence/coverage-totals.ts';
import type { GradedEvidence } from '../workspace/evidence/graded.ts';
import { type Naming, type Range, rangeOf } from './reported.ts';

/** The coverage of one workspace, and how its files are shown. */
export interface NamedCoverage {
  readonly coverage: Coverage;
  readonly naming: Naming;
}

/**
 * Coverage as plain data, format version 1, which every writer takes and `coverage --format json` prints as it is.
 * The schema is docs/schema/coverage.schema.json. Places are 0-based lines and UTF-16 characters.
 */
export interface CoverageData {
  readonly version: 1;
  readonly controls: readonly ControlData[];
  /** The clauses that call for documented information, in the same form. */
  readonly clauses: readonly ControlData[];
  readonly frameworks: readonly FrameworkCoverage[];
}

/** How one control of one system stands; see {@link ControlCoverage}. */
export interface ControlData {
  /** Qualified id. */
  readonly id: string;
  readonly title: string;
  readonly system: string | null;
  readonly applicable: boolean;
  readonly justification: string | null;
  readonly scopeReason: string | null;
  readonly status: string | null;
  readonly owner: string | null;
  readonly strength: Strength;
  readonly needed: Strength;
  readonly organizational: boolean;
  readonly supportedThrough: readonly string[];
  readonly evidence: readonly EvidenceData[];
  /** Where the entry stands; null for a control without one. */
  readonly entry: { readonly path: string; readonly range: Range } | null;
}

/** One piece of evidence. */
export interface EvidenceData {
  /** As written. */
  readonly target: string;
  /** The file that it names, as the reader of the report knows it; null for links, tickets and globs. */
  readonly path: string | null;
  readonly fragment: string | null;
  readonly strength: Strength;
  readonly suspect: boolean;
  /** Why it is not stronger, to stand behind "because"; null for what is as strong as it can be. */
  readonly reason: string | null;
  /** Policy, procedure, record, report, test, log or ticket, as the entry says. */
  readonly kind: string | null;
  /** Who has signed it, as the entry says, whether or not that holds. */
  readonly signed: SignedData | null;
  /** YYYY-MM-DD. */
  readonly expires: string | null;
}

/** A sign-off as an entry states it. */
export interface SignedData {
  readonly by: string;
  readonly on: string | null;
  readonly digest: string | null;
}

/** The coverage of several workspaces as one. */
export function coverageData(parts: readonly NamedCoverage[]): CoverageData {
  const of = (pick: (coverage: Coverage) => readonly ControlCoverage[]): ControlData[] =>
    parts.flatMap(({ coverage, naming }) => pick(coverage).map(each => controlData(each, naming)));
  return {
    version: 1,
    controls: of(each => each.controls),
    clauses: of(each => each.clauses),
    frameworks: parts.flatMap(({ coverage }) => coverage.frameworks),
  };
}

function controlData(control: ControlCoverage, naming: Naming): ControlData {
  const { entry } = control;
  return {
    id: control.id,
    title: control.title,
    system: control.system,
    applicable: control.applicable,
    justification: control.justification,
    scopeReason: control.scopeReason,
    status: control.status,
    owner: control.owner,
    strength: control.strength,
    needed: control.needed,
    organizational: control.organizational,
    supportedThrough: control.supportedThrough,
    evidence: control.evidence.map(each => evidenceData(each, naming)),
    entry:
      entry === undefined
        ? null
        : { path: naming.shown(entry.path), range: rangeOf(naming.source(entry.path), entry) },
  };
}

function evidenceData(evidence: GradedEvidence, naming: Naming): EvidenceData {
  const { target, path, fragment, strength, suspect, reason, item } = evidence;
  return {
    target,
    path: path === undefined ? null : naming.shown(path),
    fragment: fragment ?? null,
    strength,
    suspect,
    reason: reason?.text ?? null,
    kind: item?.type ?? null,
    signed: item === undefined || item.by === null ? null : { by: item.by, on: item.on, digest: item.digest },
    expires: item?.expires ?? null,
  };
}
