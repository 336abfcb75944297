import type { ParsedDocument } from '../../../../model/document.ts';
import { type SectionedModel, textAt } from '../../../../model/sectioned.ts';
import { applyEdits } from '../../../../text/edits.ts';
import { lineBreakOf, withLineBreaks } from '../../../../text/eol.ts';
import type { TextChange } from '../../../../text/source.ts';
import { assessedAt } from '../../../assessment/assessed.ts';
import { conceptStates, headingsOf } from '../../../concepts.ts';
import { folderOf } from '../../../paths.ts';
import { lineStart } from '../../habits.ts';
import { inComment } from '../../known.ts';
import { sourcedLines } from '../front.ts';
import type { NewPlace, NewText } from '../kind.ts';
import { type Changed, changesSince, reasonsFor } from './changed.ts';
import { LOOK_AGAIN, YAML_MARK } from './mark.ts';
import { RECORDED, recordedLines } from './recorded.ts';
import { documentsOf, type SystemDocument, shownFrom, valuesIn } from './sources.ts';

/** The assessment of the system that a reassessment starts from: the one of the latest date, no screening. */
export function assessedBefore(place: NewPlace): SystemDocument | undefined {
  const date = ({ model }: SystemDocument): string => textAt(model.metadata, 'assessed')?.value.value ?? '';
  return documentsOf('impact-assessment', place)
    .filter(({ model }) => textAt(model.metadata, 'depth')?.value.value !== 'screening')
    .toSorted((a, b) => (date(a) < date(b) ? 1 : -1))[0];
}

/** A copy of an assessment in which every answer is marked that rests on something which has changed. */
export function reassessment(place: NewPlace): NewText | string {
  const before = assessedBefore(place);
  const document = before === undefined ? undefined : place.session.document(before.path);
  if (before === undefined || document === undefined)
    return 'there is no impact assessment of this system to start from; a full one is started without "reassessment"';
  if ((before.model.form === 'yaml') !== (place.format === 'yaml'))
    return `${before.path} is written as ${before.model.form}, and a reassessment is a copy of it`;
  if (folderOf(before.path) !== folderOf(place.path))
    return `a reassessment lies beside ${before.path}, which it is a copy of: its links would lead elsewhere`;
  const changes = changesSince(place);
  const eol = lineBreakOf(document.source.text);
  const { edits, marked } = markEdits(before.model, document, changes, place, eol);
  const text = applyEdits(document.source.text, [...frontEdits(before, document, place, eol), ...edits]);
  const ending = /[\r\n]$/.test(text) ? text : `${text}${eol}`;
  return { text: ending, notes: notesOf(before, marked, changes, place) };
}

function notesOf(
  { path, model }: SystemDocument,
  marked: number,
  changes: readonly Changed[],
  { request }: NewPlace,
): string[] {
  const said = assessedAt(model.metadata)?.data;
  const assessed = said?.commit ?? said?.day;
  if (assessed === undefined || assessed === null)
    return [`${path} has no date under "assessed:", so that nothing tells what has changed since.`];
  if (request.earlier === undefined || request.earlier.texts.size === 0)
    return [`Version control knows no texts of ${assessed}, so that every answer has to be looked at again.`];
  if (changes.length === 0) return [`Nothing that ${path} rests on has changed since ${assessed}.`];
  const what = changes.map(each => each.what).join('; ');
  const answers = marked === 1 ? 'One answer' : `${marked} answers`;
  return [
    `${answers} of ${path} ${marked === 1 ? 'has' : 'have'} to be looked at again. Since ${assessed}: ${what}.`,
  ];
}

interface Marks {
  readonly edits: readonly TextChange[];
  readonly marked: number;
}

function markEdits(
  model: SectionedModel,
  { source }: ParsedDocument,
  changes: readonly Changed[],
  { library, scope }: NewPlace,
  eol: string,
): Marks {
  const { states } = conceptStates(model, library.vocabulary('impact-assessment'), scope.headings);
  const byOffset = new Map<number, Set<string>>();
  for (const [concept, state] of states) {
    const reasons = reasonsFor(concept, changes);
    if (reasons.length === 0) continue;
    const items = headingsOf(state, model);
    const offsets = [
      ...items.map(item => item.own.start),
      ...state.keys.map(({ start, value }) => lineStart(source.text, start + value.key.from)),
    ];
    for (const offset of offsets)
      byOffset.set(offset, new Set([...(byOffset.get(offset) ?? []), ...reasons]));
  }
  const edits = [...byOffset].map(([offset, reasons]) => {
    const what = inComment([...reasons].join('; '));
    const before = source.text.slice(Math.max(0, offset - 1), offset);
    const broken = before === '\n' || before === '\r';
    const mark = `**[${LOOK_AGAIN}]** ${what}`;
    const indent = /^[ \t]*/.exec(source.text.slice(offset, offset + 40))?.[0] ?? '';
    const yaml = `${indent}${YAML_MARK}: ${what}\n`;
    const line = model.form === 'yaml' ? yaml : broken ? `\n${mark}\n` : `\n\n${mark}`;
    return { span: { start: offset, end: offset }, text: withLineBreaks(line, eol) };
  });
  return { edits, marked: byOffset.size };
}

/** What a copy must not say of itself: who accepted the old one, and when. */
function frontEdits(
  { path, model }: SystemDocument,
  { source }: ParsedDocument,
  place: NewPlace,
  eol: string,
): TextChange[] {
  const [version, ...others] = valuesIn('model-card', 'version', place);
  const edits: TextChange[] = [];
  const replace = (key: string, text: string): void => {
    const pair = model.metadata.get(key);
    if (pair === undefined) return;
    const start = pair.start + pair.value.from;
    const end = pair.start + pair.value.value.to;
    const stop = end + (/^[^\r\n]*/.exec(source.text.slice(end))?.[0].length ?? 0);
    edits.push({ span: { start, end: stop }, text });
  };
  const old = shownFrom(place, path);
  replace('status', 'status: draft');
  replace(
    'assessed',
    `# assessed: when it was carried out; the assessment before, ${inComment(old)}, is of ${textAt(model.metadata, 'assessed')?.value.value ?? 'an unknown day'}`,
  );
  replace('review_by', '# review_by: when it is due again (YYYY-MM-DD)');
  replace('approver', '# approver: who accepts the result, somebody else than the assessor');
  if (version !== undefined && others.length === 0)
    replace('version', `version: ${JSON.stringify(version.value)} # from ${inComment(version.source)}`);
  replace('commit', '# commit: the commit that is assessed; without it, the one that brings "assessed:"');
  const recorded = recordedLines(place);
  for (const key of RECORDED)
    replace(key, recorded.get(key)?.join('\n') ?? `# ${key}: no document says it any more`);
  const added = [
    ...(version === undefined || others.length > 0 || model.metadata.has('version')
      ? []
      : sourcedLines('version', version.value, version.source)),
    ...RECORDED.flatMap(key => (model.metadata.has(key) ? [] : (recorded.get(key) ?? []))),
  ];
  const [last] = edits
    .filter(({ text }) => /^#? ?(?:status|assessed|version)/.test(text))
    .toSorted((a, b) => b.span.end - a.span.end);
  if (last !== undefined && added.length > 0)
    edits.push({ span: { start: last.span.end, end: last.span.end }, text: `\n${added.join('\n')}` });
  return edits.map(edit => ({ ...edit, text: withLineBreaks(edit.text, eol) }));
}
