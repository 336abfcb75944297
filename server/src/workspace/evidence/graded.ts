import type { Strength } from '../../catalog/types.ts';
import type { EvidenceItem } from '../entry-facts.ts';
import type { Graph } from '../graph.ts';

/** What grading rests on beside the graph. */
export interface GradeContext {
  readonly graph: Graph;
  /** Today as YYYY-MM-DD. */
  readonly today: string;
  /** Days for which a sign-off counts. */
  readonly reviewPeriod: number;
  /** Who may sign, as the configuration lists them; empty where it lists nobody, and then anybody may. */
  readonly people: readonly string[];
  /** The mapping that holds the entry. */
  readonly path: string;
  /** Workspace folder of the mapping. */
  readonly root: string;
}

/** How strong one piece of evidence is, and why not stronger. */
export interface GradedEvidence {
  /** As written. */
  readonly target: string;
  /** Where it leads in the workspace; undefined for links, tickets and globs. */
  readonly path: string | undefined;
  readonly fragment: string | undefined;
  readonly strength: Strength;
  /** Signed, but the text is no longer the one that was signed. */
  readonly suspect: boolean;
  /** Why it is not stronger; undefined for what is as strong as it can be. */
  readonly reason: Reason | undefined;
  /** What the entry says of it: its kind, who signed it, when it expires; absent for what no entry states. */
  readonly item?: EvidenceItem;
}

/** Why a piece of evidence is not stronger. */
export interface Reason {
  readonly code:
    | 'link'
    | 'ticket'
    | 'foreign'
    | 'outside'
    | 'no-match'
    | 'no-file'
    | 'no-section'
    | 'no-lines'
    | 'empty'
    | 'placeholder'
    | 'folder'
    | 'expired'
    | 'unreadable-result'
    | 'failing'
    | 'no-checks'
    | 'stale'
    | 'unsigned'
    | 'incomplete-sign-off'
    | 'unverifiable'
    | 'suspect'
    | 'self-review'
    | 'unlisted'
    | 'bad-date'
    | 'overdue';
  /** In words, to stand behind "because". */
  readonly text: string;
}

/** How strong an entry's evidence is: its best piece's strength. */
export interface GradedEntry {
  readonly strength: Strength;
  readonly evidence: readonly GradedEvidence[];
}
