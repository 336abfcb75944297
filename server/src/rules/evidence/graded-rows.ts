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

/** What is found out about an entry once; where it stands in the file may change. */
interface Grades {
  readonly entry: Entry;
  readonly fact: EntryFact;
  /** `evidence` stands in the order of the entry's. */
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

/**
 * An applicable entry of a mapping with its evidence graded. Each check makes one for each entry, so that it copies
 * nothing.
 */
export class GradedRow implements Grades {
  /** Offset of the unit that holds the entry. */
  readonly start: number;
  private readonly grades: Grades;

  constructor(start: number, grades: Grades) {
    this.start = start;
    this.grades = grades;
  }

  get entry(): Entry {
    return this.grades.entry;
  }

  get fact(): EntryFact {
    return this.grades.fact;
  }

  get graded(): GradedEntry {
    return this.grades.graded;
  }

  get known(): KnownItem {
    return this.grades.known;
  }

  get id(): string {
    return this.grades.id;
  }

  get needed(): Strength {
    return this.grades.needed;
  }

  get isTroubled(): boolean {
    return this.grades.isTroubled;
  }

  get isSigned(): boolean {
    return this.grades.isSigned;
  }
}

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
    const grades = context.remember(entry, name, (_, graph): Grades => {
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
    rows.push(new GradedRow(start, grades));
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
