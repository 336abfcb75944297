import { type ParsedDocument, readDocument } from '../model/document.ts';
import type { OutlineItem } from '../model/outline.ts';
import { createBlockParser } from '../syntax/markdown/blocks.ts';
import { Source, type TextChange } from '../text/source.ts';
import { overlaps } from '../text/span.ts';
import { editFile, type FileChange } from '../workspace/change.ts';
import type { Session } from '../workspace/session.ts';
import { targetOf } from '../workspace/target.ts';
import { type LinkTo, linksTo } from './link-index.ts';
import { withFragment } from './link-text.ts';
import type { RenameResult } from './rename.ts';
import { fragmentsOf, outlineIn, sectionFinder } from './sections.ts';

/**
 * Gives a heading another title and leads every link to the new slug. The document is read again with the new title,
 * since that can change the slugs of other headings too: the second "Results" is `results-1` only as long as there is
 * a first. Links to those follow as well. Refused where a link could not follow.
 */
export function renameHeading(session: Session, path: string, index: number, name: string): RenameResult {
  const document = session.document(path);
  const item = document === undefined ? undefined : outlineIn(document)[index];
  if (document === undefined || item === undefined) return refused('The heading is no longer there');
  const title = name.trim();
  if (title === '') return refused('A heading needs a title');
  if (/[\r\n]/.test(title)) return refused('A heading is one line; leave out the line break');
  const change = { span: item.heading, text: title };
  const after = readAgain(document, change);
  const before = outlineIn(document);
  if (after === undefined || !sameHeadings(before, after, index) || after[index]?.title === '')
    return refused(`"${title}" would not be read as the title of this heading; choose other characters`);
  const edits = new Map<string, TextChange[]>([[path, [change]]]);
  const find = { before: sectionFinder(before), after: sectionFinder(after) };
  for (const link of linksTo(session, path)) {
    const section = link.fragment === undefined ? undefined : find.before(link.fragment);
    if (section === undefined || link.fragment === undefined || find.after(link.fragment) === section)
      continue;
    const inHeading = link.path === path && overlaps(link.span, item.heading);
    if (inHeading) continue;
    const followed = follow(session, link, after[section], find.after, section);
    if (typeof followed === 'string') return refused(followed);
    edits.set(link.path, [...(edits.get(link.path) ?? []), followed]);
  }
  const changes = [...edits].map(([each, list]): FileChange => editFile(each, ...list));
  return { kind: 'changes', changes };
}

function readAgain(document: ParsedDocument, change: TextChange): readonly OutlineItem[] | undefined {
  const { path, kind, source } = document;
  const again = readDocument(path, source.change(change), {
    blocks: createBlockParser(),
    kind,
    earlier: { document, replaced: change.span, inserted: change.text.length },
  });
  return again === undefined ? undefined : outlineIn(again);
}

/** Whether the same headings stand in both, so that the new title is a title and changes nothing around it. */
function sameHeadings(
  before: readonly OutlineItem[],
  after: readonly OutlineItem[],
  renamed: number,
): boolean {
  return (
    before.length === after.length &&
    before.every((item, index) => {
      const other = after[index];
      return (
        other !== undefined &&
        item.level === other.level &&
        item.style === other.style &&
        (index === renamed ? item.heading.start === other.heading.start : item.title === other.title)
      );
    })
  );
}

/** The change that leads a link to its section again, or why there is none. */
function follow(
  session: Session,
  link: LinkTo,
  item: OutlineItem | undefined,
  find: (fragment: string) => number | undefined,
  section: number,
): TextChange | string {
  const fragment =
    item === undefined ? undefined : fragmentsOf(item).find(each => each !== '' && find(each) === section);
  const place = `the link "${link.reference.written}" in ${link.path}`;
  if (fragment === undefined)
    return `No address would be left for ${place}: another section has the same one. Choose another title`;
  const source = session.document(link.path)?.source ?? new Source('');
  const change = withFragment(source, link.reference, fragment);
  if (change === undefined) return `${capital(place)} is written in a way that cannot be changed safely`;
  const { form, written } = link.reference;
  const evidence = form === 'yaml' && link.reference.role !== 'metadata';
  const again = evidence
    ? targetOf(
        `${written.slice(0, written.indexOf('#') + 1)}${fragment}`,
        link.path,
        session.rootOf(link.path),
      )
    : link.reference.target;
  return again.kind === 'file' ? change : `With this title, ${place} would read as a ticket`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function refused(reason: string): RenameResult {
  return { kind: 'refused', reason };
}
