import type { SectionedModel } from '../../model/sectioned.ts';
import { withoutComments } from '../../syntax/markdown/raw-comments.ts';
import { lineBreakOf, withLineBreaks } from '../../text/eol.ts';
import type { TextChange } from '../../text/source.ts';
import { editFile } from '../../workspace/change.ts';
import type { Fix } from '../../workspace/finding.ts';
import { scaffoldContext } from '../../workspace/scaffold/context.ts';
import { factFor, factsFor } from '../../workspace/scaffold/facts.ts';
import { frontMatterFacts } from '../../workspace/scaffold/front-matter-facts.ts';
import { lineStart } from '../../workspace/scaffold/habits.ts';
import { sourceComment } from '../../workspace/scaffold/known.ts';
import { sectionBody } from '../../workspace/scaffold/section.ts';
import type { WorkspaceContext } from '../define.ts';
import type { Hole } from './placeholders.ts';

/**
 * The fix for placeholders in a body: a labelled one takes the value that is known, one that is all of its section
 * gives way to the section's questions. What is known elsewhere is looked up only when the fix is applied.
 */
export function fillFixes(
  holes: readonly Hole[],
  model: SectionedModel,
  context: WorkspaceContext,
): readonly Fix[] {
  const { text } = context.document.source;
  const offered = holes.some(hole => {
    if (hole.item === undefined || hole.concept === undefined) return false;
    const label = labelOf(text, hole);
    return label === undefined
      ? isAlone(text, hole)
      : factFor(label, frontMatterFacts(hole.concept.id, model.metadata)) !== undefined;
  });
  if (!offered) return [];
  return [
    {
      title: 'Fill in what is known, and the questions to answer where nothing is',
      kind: 'scaffold',
      change: () => [editFile(context.document.path, ...replacements(holes, model, context))],
    },
  ];
}

function replacements(
  holes: readonly Hole[],
  model: SectionedModel,
  context: WorkspaceContext,
): TextChange[] {
  const { document, library } = context;
  const { text } = document.source;
  const lineBreak = lineBreakOf(text);
  const scaffold = scaffoldContext(document, model, context);
  return holes.flatMap((hole): TextChange[] => {
    if (hole.item === undefined || hole.concept === undefined) return [];
    const facts = factsFor(hole.concept, scaffold);
    const label = labelOf(text, hole);
    if (label === undefined)
      return isAlone(text, hole)
        ? [{ span: hole.span, text: withLineBreaks(sectionBody(hole.concept, facts, library), lineBreak) }]
        : [];
    const known = factFor(label, facts);
    if (known?.value === undefined) return [];
    const value = `${known.value} ${sourceComment(known.source)}`;
    return labelIn(hole.text) !== undefined
      ? [{ span: { start: hole.span.end, end: hole.span.end }, text: ` ${value}` }]
      : [{ span: hole.span, text: value }];
  });
}

const LABEL =
  /^[ \t>]*(?:[-*+]|\d{1,3}[.)])?[ \t]*(?:\*\*|__)?([^*_:|\r\n]{2,60}?)\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:|:)\s*$/;

/** The label of a line such as `- **License:** TODO`, or of one behind whose label nothing stands. */
function labelOf(text: string, hole: Hole): string | undefined {
  const before = text.slice(lineStart(text, hole.span.start), hole.span.start);
  return labelIn(before) ?? labelIn(hole.text);
}

/** No label is on a longer line. */
const MOST_LINE = 300;

function labelIn(line: string): string | undefined {
  return line.length > MOST_LINE ? undefined : LABEL.exec(line)?.[1];
}

/** A longer section holds more than one placeholder and comments. */
const MOST_ALONE = 4000;

/** Whether nothing else but comments stands in the section of a placeholder. */
function isAlone(text: string, { span, item }: Hole): boolean {
  if (item === undefined || item.own.end - item.own.start > MOST_ALONE) return false;
  const rest = text.slice(item.own.start, span.start) + text.slice(span.end, item.own.end);
  return withoutComments(rest).trim() === '';
}
