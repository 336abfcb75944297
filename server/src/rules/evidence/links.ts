import type { Field } from '../../model/field.ts';
import { type Target, targetOf } from '../../workspace/target.ts';
import type { WorkspaceContext } from '../define.ts';
import { type ResolvedEntry, resolvedEntries } from '../mapping/resolved.ts';

/** One piece of evidence of an entry that could be read. */
export interface EvidenceLink {
  readonly of: ResolvedEntry;
  readonly written: Field<string>;
  readonly target: Target;
}

/** The evidence of the checked mapping with what it points at; shared by the rules through `context.derive`. */
export function evidenceLinks(context: WorkspaceContext): readonly EvidenceLink[] {
  const { document, root } = context;
  const links: EvidenceLink[] = [];
  for (const of of context.derive(resolvedEntries)) {
    if (of.entry.faulty) continue;
    const targets = context.remember(of.entry, 'targets', () =>
      of.entry.evidence.map(({ target }) => targetOf(target.value, document.path, root)),
    );
    for (const [index, target] of targets.entries()) {
      const written = of.entry.evidence[index]?.target;
      if (written !== undefined) links.push({ of, written, target });
    }
  }
  return links;
}

/** Whether an entry is in force, so that its evidence has to be there already. */
export function isInForce({ entry }: ResolvedEntry): boolean {
  return entry.status?.value !== 'planned' && entry.applicable?.value !== false;
}
