import type { Finding } from '../workspace/finding.ts';
import type { Session } from '../workspace/session.ts';
import type { Rule } from './define.ts';
import { runRules } from './run.ts';

/** The findings of a session's documents, checked again only where something they rest on has changed. */
export class Checker {
  private readonly session: Session;
  private readonly rules: readonly Rule[];
  private readonly known = new Map<string, readonly Finding[]>();
  /** How many documents were checked so far; tests count what an edit costs. */
  checks = 0;

  constructor(session: Session, rules: readonly Rule[]) {
    this.session = session;
    this.rules = rules;
  }

  /** Takes note of what has changed. Returns the documents whose findings are out of date. */
  refresh(): ReadonlySet<string> {
    const stale = this.session.takeStale();
    for (const path of stale) this.known.delete(path);
    return stale;
  }

  /** The findings of a document, silenced ones included; empty for a file that is none. */
  findings(path: string): readonly Finding[] {
    this.refresh();
    const known = this.known.get(path);
    if (known !== undefined) return known;
    const document = this.session.document(path);
    if (document === undefined || document.kind === 'evidence') return [];
    this.checks += 1;
    const { findings, keys } = runRules(document, this.session, this.rules);
    this.session.index.watch(path, keys);
    this.known.set(path, findings);
    return findings;
  }

  /** Drops what is known of all documents, as when rules or dates change. */
  reset(): void {
    this.known.clear();
  }
}
