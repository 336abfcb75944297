import type { Finding } from '../workspace/finding.ts';
import type { Session } from '../workspace/session.ts';
import type { Rule } from './define.ts';
import { Memory } from './memory.ts';
import { runRules } from './run.ts';

/** The findings of a session's documents, checked again only where something they rest on has changed. */
export class Checker {
  private readonly session: Session;
  private readonly rules: readonly Rule[];
  private readonly known = new Map<string, readonly Finding[]>();
  private memory = new Memory();
  /** What has gone out of date and was not told yet. */
  private readonly pending = new Set<string>();
  /** How many documents were checked so far; tests count what an edit costs. */
  checks = 0;

  constructor(session: Session, rules: readonly Rule[]) {
    this.session = session;
    this.rules = rules;
  }

  /** Takes note of what has changed. Returns the documents whose findings went out of date since the last call. */
  refresh(): ReadonlySet<string> {
    this.takeNote();
    const stale = new Set(this.pending);
    this.pending.clear();
    return stale;
  }

  private takeNote(): void {
    for (const path of this.session.takeStale()) {
      this.known.delete(path);
      this.pending.add(path);
    }
  }

  /** The findings of a document, silenced ones included; empty for a file that is none. */
  findings(path: string): readonly Finding[] {
    this.takeNote();
    const known = this.known.get(path);
    if (known !== undefined) return known;
    const document = this.session.document(path);
    if (document === undefined || document.kind === 'evidence') return [];
    this.checks += 1;
    const { findings, keys, remembered } = runRules(document, this.session, this.rules, this.memory);
    this.session.index.watch(path, keys, remembered);
    this.known.set(path, findings);
    return findings;
  }

  /**
   * Lets go of a document that nobody edits: its tree, and the fixes of its findings, which hold the tree. The
   * findings themselves stay known, without fixes.
   */
  release(path: string): readonly Finding[] {
    this.session.release(path);
    const known = this.known.get(path);
    if (known === undefined) return [];
    const kept = known.some(each => each.fixes.length > 0)
      ? known.map(each => (each.fixes.length > 0 ? { ...each, fixes: [] } : each))
      : known;
    this.known.set(path, kept);
    return kept;
  }

  /** Drops what is known of all documents, as when rules or dates change. */
  reset(): void {
    this.known.clear();
    this.memory = new Memory();
  }
}
