import { at, touches } from '../../text/span.ts';
import { gradeEvidence } from '../../workspace/evidence/grade.ts';
import { gradeContextOf } from '../../workspace/evidence/grade-context.ts';
import { linkTarget } from '../../workspace/links.ts';
import { type Target, targetOf } from '../../workspace/target.ts';
import type { FeatureContext } from '../context.ts';
import { markedLines } from '../evidence-places.ts';
import { blocks, code, escaped, fileLink, listed } from '../markdown.ts';
import { evidenceLine, substanceInWords } from './workspace.ts';

/** The evidence of an entry that stands at an offset: how strong it is and why not stronger. */
export function evidenceMarkdown(
  context: FeatureContext,
  offset: number,
): { span: { start: number; end: number }; markdown: string } | undefined {
  const { document, graph, library, framework, session } = context;
  if (document.model.kind !== 'control-mapping') return undefined;
  const entry = document.model.entries.findLast(({ start, value }) => start + value.from <= offset);
  const piece = entry?.value.evidence.find(each => touches(at(entry.start, each.target), offset));
  if (entry?.value.id === undefined || piece === undefined) return undefined;
  const span = at(entry.start, piece.target);
  const found = library.resolve(entry.value.id.value, framework);
  const qualified = found?.item === undefined ? undefined : found.catalog.qualified(found.item);
  const fact =
    qualified === undefined
      ? undefined
      : graph
          .entries(qualified)
          .find(({ path, data }) => path === document.path && data.evidence.includes(piece.target.value));
  const item = fact?.data.items.find(each => each.target === piece.target.value);
  if (fact === undefined || item === undefined) return undefined;
  const graded = gradeEvidence(item, fact.data, gradeContextOf(session, graph, document.path));
  const target: Target | undefined =
    graded.path === undefined ? undefined : { kind: 'file', path: graded.path, fragment: graded.fragment };
  return {
    span,
    markdown: blocks(
      `**Evidence for ${escaped(entry.value.id.value)}** ${evidenceLine(context, graded)}`,
      qualified === undefined ? undefined : markedIn(context, item.target, qualified),
      target === undefined ? undefined : leaningOn(context, target.path, target.fragment),
    ),
  };
}

/** A link of a Markdown document that leads into the workspace: what stands there, and which entries lean on it. */
export function linkMarkdown(context: FeatureContext, written: string): string | undefined {
  const { document, graph, session } = context;
  const target = linkTarget(written, document.path, session.rootOf(document.path));
  if (target.kind !== 'file' || !graph.hasFile(target.path)) return undefined;
  const { path, fragment } = target;
  const section = fragment === undefined ? undefined : graph.section(path, fragment);
  const said = fragment === undefined ? graph.substance(path) : section?.data;
  const title =
    section === undefined || section.data.title === '' ? '' : `, section “${escaped(section.data.title)}”`;
  const state = said === undefined ? '' : `: ${substanceInWords(said.substance)}`;
  const gap =
    fragment !== undefined && section === undefined && graph.sections(path).length > 0
      ? `: no heading answers to ${code(`#${fragment}`)}`
      : '';
  return blocks(
    `${fileLink(path, path, section?.span)}${title}${state}${gap}`,
    leaningOn(context, path, fragment),
  );
}

/** The lines of the named files whose comments claim the control. */
function markedIn({ session, document }: FeatureContext, written: string, control: string): string {
  const target = targetOf(written, document.path, session.rootOf(document.path));
  const lines = markedLines(session, target, control).map(({ path, span }) => {
    const line = (session.source(path)?.lines.lineAt(span.start) ?? 0) + 1;
    return fileLink(`${path}:${line}`, path, span);
  });
  return listed('Marked in code', lines);
}

function leaningOn({ graph }: FeatureContext, path: string, fragment: string | undefined): string {
  const leaning = graph
    .evidenceFor(path)
    .filter(({ data }) => fragment === undefined || data.fragment === null || data.fragment === fragment)
    .map(each => `${escaped(each.data.control)} in ${fileLink(each.path, each.path, each.span)}`);
  return listed('Entries that point here', [...new Set(leaning)]);
}
