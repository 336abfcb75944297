import type { KnownItem } from '../../catalog/library.ts';
import type { Strength } from '../../catalog/types.ts';
import type { Entry } from '../../model/entry.ts';
import type { EntryFact } from '../../workspace/entry-facts.ts';
import { entryFact } from '../../workspace/entry-facts.ts';
import { gradeEntry } from '../../workspace/evidence/grade.ts';
import type { GradeContext, GradedEntry } from '../../workspace/evidence/graded.ts';
import { neededStrength } from '../../workspace/evidence/needed.ts';
import { defaultFramework } from '../../workspace/frameworks.ts';
import type { WorkspaceContext } from '../define.ts';
import { resolvedEntries } from '../mapping/resolved.ts';

/** An applicable entry of a mapping with its evidence graded. `graded.evidence` stands in the order of the entry's. */
export interface GradedRow {
  readonly start: number;
  readonly entry: Entry;
  readonly fact: EntryFact;
  readonly graded: GradedEntry;
  readonly known: KnownItem;
  /** Qualified id. */
  readonly id: string;
  readonly needed: Strength;
  /** Whether something is wrong with a piece of the evidence. */
  readonly isTroubled: boolean;
  /** Whether a piece of the evidence is signed. */
  readonly isSigned: boolean;
}

/** What is found out about an entry once; where it stands in the file may change. */
type Grades = Omit<GradedRow, 'start'>;

/** The applicable entries of the checked mapping with their grades; empty for any other document. */
export function gradedRows(context: WorkspaceContext): readonly GradedRow[] {
  const { model } = context.document;
  if (model.kind !== 'control-mapping') return [];
  const { library, scope } = context;
  const own = {
    library,
    framework: defaultFramework(model, scope.framework),
    system: model.system?.value.id?.value ?? null,
    owner: model.system?.value.owner?.value ?? null,
  };
  const name = `graded ${own.framework} ${own.system} ${own.owner}`;
  const rows: GradedRow[] = [];
  for (const { start, entry, reference, qualified } of context.derive(resolvedEntries)) {
    const item = reference?.item;
    if (
      reference === undefined ||
      item === undefined ||
      qualified === undefined ||
      entry.faulty ||
      entry.applicable?.value === false
    )
      continue;
    const grades = context.remember(entry, name, (graph): Grades => {
      const fact = entryFact(entry, own);
      const known = { catalog: reference.catalog, item };
      const graded = gradeEntry(fact, { ...gradeContext(context), graph });
      return {
        entry,
        fact,
        graded,
        known,
        id: qualified,
        needed: neededStrength(known, scope, fact.needed),
        isTroubled: graded.evidence.some(({ reason }) => reason !== undefined && !PLAIN.has(reason.code)),
        isSigned: fact.items.some(item => item.by !== null),
      };
    });
    rows.push({ start, ...grades });
  }
  return rows;
}

/** Reasons that only say how the evidence is written, which no rule on single pieces reports. */
const PLAIN: ReadonlySet<string> = new Set(['link', 'ticket', 'folder', 'unsigned']);

/** The rows with a piece of evidence that something is wrong with. */
export function troubledRows(context: WorkspaceContext): readonly GradedRow[] {
  return context.derive(gradedRows).filter(row => row.isTroubled);
}

/** The rows with a signed piece of evidence. */
export function signedRows(context: WorkspaceContext): readonly GradedRow[] {
  return context.derive(gradedRows).filter(row => row.isSigned);
}

/** What grading needs, from a rule's context. */
export function gradeContext({ graph, today, scope, document, root }: WorkspaceContext): GradeContext {
  return { graph, today, reviewPeriod: scope.reviewPeriod, people: scope.people, path: document.path, root };
}
