import type { SectionedModel } from '../../model/sectioned.ts';
import type { Span } from '../../text/span.ts';
import { LOOK_AGAIN, YAML_MARK } from '../../workspace/scaffold/new/assessment/mark.ts';
import type { WorkspaceContext } from '../define.ts';

/** More marks than this are one finding. */
const MOST_SINGLE = 8;

interface Mark {
  readonly span: Span;
  /** What has changed, as the mark says. */
  readonly reason: string;
}

/**
 * Reports the marks of a reassessment in YAML, which are comments, as no text can stand between keys. In Markdown they
 * are placeholders like others.
 */
export function checkLookAgain({ form }: SectionedModel, context: WorkspaceContext): void {
  if (form !== 'yaml') return;
  const marks = marksIn(context.document.source.text);
  const { path } = context.document;
  for (const group of marks.length > MOST_SINGLE ? [marks] : marks.map(each => [each])) {
    const [first, ...others] = group;
    if (first === undefined) continue;
    context.report({
      at: first.span,
      what:
        others.length === 0
          ? `"${LOOK_AGAIN}" waits here: ${first.reason}`
          : `"${LOOK_AGAIN}" waits here and at ${others.length} more places: ${first.reason}`,
      why: 'The answer below rests on something that has changed since (ISO/IEC 42001 clause 8.4)',
      next: 'Check the answer, change it where it no longer holds, and remove the comment',
      controls: ['iso-42001:A.5.2'],
      related: others.map(({ span, reason }) => ({ path, span, message: reason })),
    });
  }
}

/** The comments that stand alone on their line. Linear. */
function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  for (let at = text.indexOf(YAML_MARK); at >= 0; at = text.indexOf(YAML_MARK, at + 1)) {
    let line = at;
    while (line > 0 && /[ \t]/.test(text.charAt(line - 1))) line -= 1;
    if (line > 0 && !/[\r\n]/.test(text.charAt(line - 1))) continue;
    const [rest = ''] = text.slice(at, at + 2000).split(/[\r\n]/, 1);
    const reason = rest.slice(YAML_MARK.length).replace(/^:\s*/, '').trim();
    marks.push({ span: { start: at, end: at + rest.trimEnd().length }, reason });
  }
  return marks;
}
