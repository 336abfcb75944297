import { compareStates, type State } from '../report/diff/compare.ts';
import type { DiffData } from '../report/diff/data.ts';
import { fingerprintsOf } from '../report/fingerprint.ts';
import { type ReportedFinding, reported } from '../report/reported.ts';
import { RULES } from '../rules/registry.ts';
import { runRules } from '../rules/run.ts';
import { type Coverage, coverageParts, joinedCoverage } from '../workspace/evidence/coverage.ts';
import type { Finding } from '../workspace/finding.ts';
import type { EarlierState, Past } from '../workspace/host.ts';
import { loadWorkspace } from '../workspace/load.ts';
import { Session } from '../workspace/session.ts';
import type { Overview } from './overview.ts';
import type { Platform } from './platform.ts';
import type { Realm } from './realm.ts';
import { slices } from './slices.ts';
import type { Workspace } from './workspace.ts';

/** Why a comparison cannot be made, as a sentence without the full stop. */
export class ComparisonFault extends Error {}

/** What a comparison was asked for, and whether somebody still waits for it. */
export interface Asked {
  readonly past: Past;
  readonly revision: string;
  readonly cancelled: () => boolean;
  /** Told while the revision is read for the first time. */
  readonly progress: (read: number, known: number) => void;
}

/** What has changed, and the coverage as it is now. */
export interface Compared {
  readonly data: DiffData;
  readonly coverage: Coverage;
}

interface Earlier {
  readonly realm: Realm;
  readonly key: string;
  readonly state: Promise<State | undefined>;
  /** Those who wait for it; without any of them, reading is given up. */
  readonly waiting: Set<Asked>;
  readonly isRead: () => boolean;
}

/** What the reports of a document were made from. */
interface Known {
  readonly findings: readonly Finding[];
  readonly reported: readonly ReportedFinding[];
}

/**
 * The workspace compared with a revision. The revision is read once and kept, by its commit, until another one is
 * asked for or nobody looks any more. Work is done in slices; of the workspace only what has changed is checked again.
 */
export class Comparison {
  private readonly workspace: Workspace;
  private readonly platform: Platform;
  private readonly overview: Overview;
  private earlier: Earlier | undefined;
  private known = new Map<string, Known>();
  private knownIn: Realm | undefined;
  private changes = 0;

  constructor(workspace: Workspace, platform: Platform, overview: Overview) {
    this.workspace = workspace;
    this.platform = platform;
    this.overview = overview;
  }

  /** Notes that the workspace has changed. */
  outdate(): void {
    this.changes += 1;
  }

  /** Lets go of what was read. */
  end(): void {
    this.earlier = undefined;
    this.known = new Map();
  }

  /**
   * What the workspace does to the evidence of a revision; undefined once nobody waits for it.
   * @throws ComparisonFault when the revision cannot be read
   */
  async compare(asked: Asked): Promise<Compared | undefined> {
    const at = await asked.past.at(asked.revision);
    if ('fault' in at) throw new ComparisonFault(at.fault);
    const before = asked.cancelled() ? undefined : await this.read(at, asked);
    if (before === undefined || asked.cancelled()) return undefined;
    for (;;) {
      this.workspace.settle();
      const changes = this.changes;
      const after = await this.now(asked);
      if (asked.cancelled()) return undefined;
      if (after === undefined || changes !== this.changes) continue;
      const from: State = { ...before, revision: asked.revision };
      return { data: compareStates(from, after), coverage: after.coverage };
    }
  }

  private async read(at: EarlierState, asked: Asked): Promise<State | undefined> {
    const realm = this.workspace.main;
    const key = `${at.commit} ${realm.session.today}`;
    const latest = this.earlier;
    const isSame = latest?.realm === realm && latest.key === key;
    const isUsed = latest?.isRead() === true || [...(latest?.waiting ?? [])].some(each => !each.cancelled());
    const earlier = latest !== undefined && isSame && isUsed ? latest : this.begin(at, realm, key, asked);
    this.earlier = earlier;
    earlier.waiting.add(asked);
    try {
      const state = await earlier.state;
      const lacking = at.lacking();
      if (lacking !== undefined) throw new ComparisonFault(lacking);
      return state;
    } catch (error) {
      if (this.earlier === earlier) this.earlier = undefined;
      throw error;
    } finally {
      earlier.waiting.delete(asked);
    }
  }

  private begin(at: EarlierState, realm: Realm, key: string, first: Asked): Earlier {
    const waiting = new Set([first]);
    let isRead = false;
    const isGivenUp = (): boolean => [...waiting].every(each => each.cancelled());
    const state = this.load(at, realm, waiting, isGivenUp).then(loaded => {
      isRead = loaded !== undefined;
      return loaded;
    });
    return { realm, key, state, waiting, isRead: () => isRead };
  }

  private async load(
    { host, commit }: EarlierState,
    realm: Realm,
    waiting: ReadonlySet<Asked>,
    isGivenUp: () => boolean,
  ): Promise<State | undefined> {
    const { today, roots } = realm.session;
    const session = new Session({ library: this.workspace.library, today, roots });
    const pause = slices(this.platform);
    await loadWorkspace(session, host, {
      release: true,
      pause,
      cancelled: isGivenUp,
      progress: (read, known) => {
        for (const each of waiting) each.progress(read, known);
      },
    });
    const findings: ReportedFinding[] = [];
    for (const path of session.paths) {
      if (isGivenUp()) return undefined;
      const document = session.document(path);
      if (document === undefined) continue;
      findings.push(...reportedIn(session, path, runRules(document, session, RULES).findings));
      session.release(path);
      await pause();
    }
    const parts = [];
    for (const part of coverageParts(session)) {
      parts.push(part);
      await pause();
    }
    return { revision: commit, commit, session, shown: same, findings, coverage: joinedCoverage(parts) };
  }

  /** The workspace as it is; undefined when it has changed meanwhile. */
  private async now({ cancelled }: Asked): Promise<State | undefined> {
    const realm = this.workspace.main;
    const coverage = await this.overview.coverage();
    if (this.knownIn !== realm) this.known = new Map();
    this.knownIn = realm;
    const changes = this.changes;
    const pause = slices(this.platform);
    const findings: ReportedFinding[] = [];
    const known = new Map<string, Known>();
    for (const path of realm.session.paths) {
      const each = this.reported(realm, path);
      known.set(path, each);
      findings.push(...each.reported);
      await pause();
      if (cancelled() || changes !== this.changes) return undefined;
    }
    this.known = known;
    return { revision: null, commit: null, session: realm.session, shown: same, findings, coverage };
  }

  private reported(realm: Realm, path: string): Known {
    const found = realm.checker.findings(path);
    const before = this.known.get(path);
    if (before?.findings === found) return before;
    const reported = reportedIn(realm.session, path, found);
    const isOpen = realm.openAt(path) !== undefined;
    const known = { findings: isOpen ? found : realm.checker.release(path), reported };
    this.known.set(path, known);
    return known;
  }
}

/** Those findings of a document that count, as they are compared. */
function reportedIn(session: Session, path: string, found: readonly Finding[]): ReportedFinding[] {
  const source = session.source(path);
  if (source === undefined) return [];
  const fingerprints = fingerprintsOf(found, source);
  const naming = { shown: same, source: (each: string) => session.source(each) };
  return found.flatMap((finding, index) =>
    finding.suppressed === undefined ? [reported(finding, source, naming, fingerprints[index] ?? '')] : [],
  );
}

function same(path: string): string {
  return path;
}
