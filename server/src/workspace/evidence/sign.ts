import type { EvidenceRef } from '../../model/entry.ts';
import type { MappingModel } from '../../model/mapping.ts';
import { lineBreakOf } from '../../text/eol.ts';
import type { TextChange } from '../../text/source.ts';
import { at, type Placed } from '../../text/span.ts';
import { editFile, type FileChange } from '../change.ts';
import { lineStart, linesBelow } from '../scaffold/yaml-insert.ts';
import { columnOf, type Layout, layoutOf } from '../scaffold/yaml-layout.ts';
import { setPairs } from '../scaffold/yaml-pairs.ts';
import { flowText, indented, pairLines } from '../scaffold/yaml-write.ts';
import type { Session } from '../session.ts';
import { targetOf } from '../target.ts';

/** A sign-off to write. */
export interface SigningRequest {
  /** The document that was read. */
  readonly path: string;
  /** Its section; undefined for all of it. */
  readonly fragment: string | undefined;
  readonly by: string;
  /** YYYY-MM-DD. */
  readonly on: string;
}

/** What signing comes to. */
export interface Signing {
  readonly changes: readonly FileChange[];
  /** How many pieces of evidence were signed. */
  readonly signed: number;
  /** Why nothing could be signed; undefined when something was. */
  readonly reason: string | undefined;
}

const ORDER = ['path', 'url', 'ticket', 'kind', 'covers', 'reviewed', 'expires', 'notes'];

/** Writes a sign-off into every entry whose evidence points at a section, with the digest of its text as it stands. */
export function signOff(session: Session, request: SigningRequest): Signing {
  const graph = session.graph(new Set());
  const { path, fragment } = request;
  const digest = graph.digest(path, fragment);
  const name = fragment === undefined ? path : `${path}#${fragment}`;
  if (digest === undefined)
    return nothing(
      graph.hasFile(path)
        ? missing(name, graph.sections(path), fragment)
        : `${path} does not exist in this workspace, or no mapping points at it`,
    );
  const changes: FileChange[] = [];
  let signed = 0;
  for (const each of graph.mappings) {
    const document = session.document(each.path);
    if (document?.model.kind !== 'control-mapping') continue;
    const edits = pointing(document.model, each.path, session.rootOf(each.path), request).map(evidence =>
      signedText(document.source.text, document.model as MappingModel, evidence, {
        by: request.by,
        on: request.on,
        digest,
      }),
    );
    const done = edits.filter(edit => edit !== undefined);
    signed += done.length;
    if (done.length > 0) changes.push(editFile(each.path, ...done.flat()));
  }
  return signed > 0
    ? { changes, signed, reason: undefined }
    : nothing(`no evidence of any mapping points at ${name}`);
}

function nothing(reason: string): Signing {
  return { changes: [], signed: 0, reason };
}

function missing(name: string, sections: readonly string[], fragment: string | undefined): string {
  const known = sections.length === 0 ? '' : `; its sections are ${sections.slice(0, 8).join(', ')}`;
  return fragment === undefined
    ? `${name} was not read, as no mapping points at it`
    : `${name} does not exist${known}`;
}

function pointing(
  mapping: MappingModel,
  path: string,
  root: string,
  { path: wanted, fragment }: SigningRequest,
): Placed<EvidenceRef>[] {
  return mapping.entries.flatMap(({ start, value: entry }) =>
    entry.evidence.flatMap(value => {
      const target = targetOf(value.target.value, path, root);
      const same = target.kind === 'file' && target.path === wanted && target.fragment === fragment;
      return same && !entry.faulty ? [{ start, value }] : [];
    }),
  );
}

function signedText(
  text: string,
  mapping: MappingModel,
  { start, value: evidence }: Placed<EvidenceRef>,
  reviewed: { readonly by: string; readonly on: string; readonly digest: string },
): TextChange[] | undefined {
  const layout = layoutOf(text, mapping.tree);
  const { node } = evidence;
  if (node.kind === 'map')
    return setPairs(text, { start, value: node }, [['reviewed', reviewed]], ORDER, layout);
  if (node.kind !== 'scalar' || node.style === 'block') return undefined;
  return wrapped(text, start + node.from, start + node.to, reviewed, layout);
}

/** `- docs/card.md#x` becomes a map with `path` and `reviewed`, in lines of its own where it is an item of a list. */
function wrapped(
  text: string,
  start: number,
  end: number,
  reviewed: { readonly by: string; readonly on: string; readonly digest: string },
  layout: Layout,
): TextChange[] {
  const before = { start, end: start };
  if (/^ *- +$/.test(text.slice(lineStart(text, start), start))) {
    const lines = indented(pairLines('reviewed', reviewed, layout), columnOf(text, start));
    return [{ span: before, text: 'path: ' }, linesBelow(text, end, lines, lineBreakOf(text))];
  }
  return [
    { span: before, text: '{ path: ' },
    { span: at(end, { from: 0, to: 0 }), text: `, reviewed: ${flowText(reviewed, layout, 'reviewed')} }` },
  ];
}
