import type { Concept } from '../../catalog/types.ts';
import type { ParsedDocument } from '../../model/document.ts';
import type { OutlineItem } from '../../model/outline.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { isShrug } from '../../model/substance.ts';
import { lineBreakOf, withLineBreaks } from '../../text/eol.ts';
import { editFile, type FileChange } from '../change.ts';
import { type ScaffoldContext, scaffoldContext } from './context.ts';
import { factsFor } from './facts.ts';
import { habitsOf } from './habits.ts';
import { sectionBody } from './section.ts';

/**
 * Puts the questions of a concept and what is known below a heading. `shrug`, an answer such as "N/A" that is all of
 * the section's text, gives way to them.
 */
export function fillSection(
  document: ParsedDocument,
  model: SectionedModel,
  item: OutlineItem,
  concept: Concept,
  shrug: string,
  rest: Pick<ScaffoldContext, 'library' | 'scope' | 'graph'>,
): FileChange {
  const { text } = document.source;
  const facts = factsFor(concept, scaffoldContext(document, model, rest));
  const body = sectionBody(concept, facts, rest.library);
  const own = text.slice(item.own.start, item.own.end);
  // A link's definition says nothing either, and stays.
  const saysNothing = isShrug(shrug) || !/[\p{L}\p{N}]/u.test(shrug);
  if (shrug !== '' && saysNothing && own.trim() === shrug) {
    const start = item.own.start + own.indexOf(shrug);
    return editFile(document.path, {
      span: { start, end: start + shrug.length },
      text: withLineBreaks(body, lineBreakOf(text)),
    });
  }
  const gap = habitsOf(text, model.outline).blankBelow || item.style === 'bold' ? '\n\n' : '\n';
  const lead = text.slice(0, item.own.start).endsWith('\n') ? gap.slice(1) : gap;
  return editFile(document.path, {
    span: { start: item.own.start, end: item.own.start },
    text: withLineBreaks(lead + body, lineBreakOf(text)),
  });
}
