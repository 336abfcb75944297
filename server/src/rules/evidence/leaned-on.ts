import { at, type Span } from '../../text/span.ts';
import type { Related } from '../../workspace/finding.ts';
import type { SectionFact } from '../../workspace/section-facts.ts';
import type { WorkspaceContext } from '../define.ts';
import { doubtfulLinks, isInForce, isMarkdown, isWritten } from './links.ts';

/** A section or a whole document that entries in force lean on, and that is not all written. */
export interface LeanedOn {
  readonly path: string;
  readonly fragment: string | undefined;
  /** The document or the section as a sentence names it. */
  readonly name: string;
  readonly content: SectionFact;
  /** The first link to it. */
  readonly at: Span;
  /** Ids of the entries as written. */
  readonly ids: readonly string[];
  /** Qualified ids of the controls. */
  readonly controls: readonly string[];
  /** The section itself, then the other links. */
  readonly related: readonly Related[];
}

interface Link {
  readonly span: Span;
  readonly id: string;
  readonly control: string | undefined;
}

/** As many of the other links as a finding points at. */
const MOST_RELATED = 20;

/** What the entries of the checked mapping lean on and is not all written; shared through `context.derive`. */
export function leanedOn(context: WorkspaceContext): readonly LeanedOn[] {
  const { document, graph } = context;
  const links = new Map<string, { path: string; fragment: string | undefined; links: Link[] }>();
  for (const { of, written, target } of context.derive(doubtfulLinks)) {
    if (!isInForce(of) || target.kind !== 'file') continue;
    if (target.path === document.path || !isMarkdown(target.path)) continue;
    const { path, fragment } = target;
    const link = { span: at(of.start, written), id: of.entry.id?.value ?? 'an entry', control: of.qualified };
    const key = `${path}#${fragment ?? ''}`;
    const known = links.get(key);
    if (known === undefined) links.set(key, { path, fragment, links: [link] });
    else known.links.push(link);
  }
  return [...links.values()].flatMap(({ path, fragment, links: own }): LeanedOn[] => {
    const [first, ...others] = own;
    const section = fragment === undefined ? undefined : graph.section(path, fragment);
    const content = fragment === undefined ? graph.substance(path) : section?.data;
    if (first === undefined || content === undefined || isWritten(content)) return [];
    const place = graph.place(path, fragment);
    const name = section === undefined ? path : `The section "${section.data.title}" of ${path}`;
    return [
      {
        path,
        fragment,
        name,
        content,
        at: first.span,
        ids: [...new Set(own.map(each => each.id))],
        controls: [...new Set(own.flatMap(each => each.control ?? []))],
        related: [
          ...(place === undefined ? [] : [{ path, span: place.span, message: name, fact: place.key }]),
          ...others
            .slice(0, MOST_RELATED)
            .map(({ span, id }) => ({ path: document.path, span, message: `${id} leans on it too` })),
        ],
      },
    ];
  });
}
