import type { Entry } from '../../model/entry.ts';
import type { Field } from '../../model/field.ts';
import type { Graph } from '../../workspace/graph.ts';
import type { SectionFact } from '../../workspace/section-facts.ts';
import { type Target, targetOf } from '../../workspace/target.ts';
import type { WorkspaceContext } from '../define.ts';
import { type ResolvedEntry, resolvedEntries } from '../mapping/resolved.ts';

/** One piece of evidence of an entry that could be read. */
export interface EvidenceLink {
  readonly of: ResolvedEntry;
  readonly written: Field<string>;
  readonly target: Target;
}

/** The evidence of the checked mapping that may be at fault: what is there and all written is left out. */
export function doubtfulLinks(context: WorkspaceContext): readonly EvidenceLink[] {
  return linksWhere(context, 'doubtful', isDoubtful);
}

/** The evidence of the checked mapping that leads to files with comments which claim controls. */
export function markedLinks(context: WorkspaceContext): readonly EvidenceLink[] {
  return linksWhere(context, 'marked', (target, _, graph) =>
    namedFiles(target, graph).some(path => graph.markers(path).length > 0),
  );
}

/** The files that a link names, by path or by glob. */
export function namedFiles(target: Target, graph: Graph): readonly string[] {
  if (target.kind === 'glob') return graph.matching(target.pattern);
  return target.kind === 'file' ? [target.path] : [];
}

/** What holds a section that a link can name, and text that can be judged. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|mdx|markdown)$/i.test(path);
}

/** Real text and nothing that is still to be written. */
export function isWritten({ substance, placeholder }: SectionFact): boolean {
  return substance === 'text' && placeholder === null;
}

interface KnownLink {
  readonly written: Field<string>;
  readonly target: Target;
}

type Wanted = (target: Target, document: string, graph: Graph) => boolean;

/** The links of some kind; which they are is remembered for each entry, so that an edit looks at few of them. */
function linksWhere(context: WorkspaceContext, name: string, isWanted: Wanted): EvidenceLink[] {
  const { document, root } = context;
  const links: EvidenceLink[] = [];
  const wanted = ({ evidence }: Entry, graph: Graph): readonly KnownLink[] =>
    evidence
      .map(({ target }) => ({ written: target, target: targetOf(target.value, document.path, root) }))
      .filter(({ target }) => isWanted(target, document.path, graph));
  for (const of of context.derive(resolvedEntries)) {
    if (of.entry.faulty || of.entry.evidence.length === 0) continue;
    const found = context.remember(of.entry, name, wanted);
    for (const { written, target } of found) links.push({ of, written, target });
  }
  return links;
}

function isDoubtful(target: Target, document: string, graph: Graph): boolean {
  if (target.kind === 'glob') return graph.matching(target.pattern).length === 0;
  if (target.kind !== 'file') return target.kind === 'outside';
  const { path, fragment } = target;
  if (!graph.hasFile(path)) return !graph.hasFolder(path);
  if (path === document) return false;
  if (fragment?.startsWith('/') === true && /\.(?:json|ya?ml)$/i.test(path))
    return graph.sections(path).length > 0 && graph.section(path, fragment) === undefined;
  if (!isMarkdown(path)) return false;
  const content = graph.substance(path);
  const part = fragment === undefined ? content : graph.section(path, fragment)?.data;
  return content !== undefined && (part === undefined || !isWritten(part));
}

/** Whether an entry is in force, so that its evidence has to be there already. */
export function isInForce({ entry }: ResolvedEntry): boolean {
  return entry.status?.value !== 'planned' && entry.applicable?.value !== false;
}
