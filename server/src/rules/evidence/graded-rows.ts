import type { KnownItem } from '../../catalog/library.ts';
import type { Strength } from '../../catalog/types.ts';
import type { Entry } from '../../model/entry.ts';
import { at } from '../../text/span.ts';
import { gradeEntry } from '../../workspace/evidence/grade.ts';
import type { GradeContext, GradedEntry } from '../../workspace/evidence/graded.ts';
import { neededStrength } from '../../workspace/evidence/needed.ts';
import type { EntryFact } from '../../workspace/summary.ts';
import type { WorkspaceContext } from '../define.ts';

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
}

/** The applicable entries of the checked mapping with their grades; empty for any other document. */
export function gradedRows(context: WorkspaceContext): readonly GradedRow[] {
  const { model } = context.document;
  if (model.kind !== 'control-mapping') return [];
  const framework = model.framework?.value.value ?? context.scope.framework;
  return model.entries.flatMap(({ start, value: entry }) => {
    if (entry.faulty || entry.id === undefined) return [];
    const reference = context.library.resolve(entry.id.value, framework);
    if (reference?.item === undefined) return [];
    const id = reference.catalog.qualified(reference.item);
    const place = at(start, entry.id).start;
    const fact = context.graph
      .entriesIn(context.document.path, id)
      .find(each => each.span.start === place)?.data;
    if (fact === undefined || !fact.applicable) return [];
    const known = { catalog: reference.catalog, item: reference.item };
    const needed = neededStrength(known, context.scope, fact.needed);
    return [{ start, entry, fact, graded: gradeEntry(fact, gradeContext(context)), known, id, needed }];
  });
}

/** What grading needs, from a rule's context. */
export function gradeContext({ graph, today, scope, document, root }: WorkspaceContext): GradeContext {
  return { graph, today, reviewPeriod: scope.reviewPeriod, path: document.path, root };
}
