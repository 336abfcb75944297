import { at, type Span, touches } from '../text/span.ts';
import { nameOf } from '../workspace/evidence/people.ts';
import { type SignedChange, type SuspectSignOff, shortenedRuns } from '../workspace/evidence/signed-text.ts';
import type { Session } from '../workspace/session.ts';
import { targetOf } from '../workspace/target.ts';
import { contextOf } from './context.ts';
import { code, escaped } from './markdown.ts';

/** The evidence at an offset of a mapping whose text is no longer the one that was signed. */
export function suspectAt(
  session: Session,
  path: string,
  offset: number,
): (SuspectSignOff & { readonly span: Span }) | undefined {
  const context = contextOf(session, path);
  if (context?.document.model.kind !== 'control-mapping') return undefined;
  const entry = context.document.model.entries.findLast(({ start, value }) => start + value.from <= offset);
  for (const piece of entry?.value.evidence ?? []) {
    const digest = piece.reviewed?.digest;
    const span = entry === undefined ? undefined : at(entry.start, piece.node);
    if (digest === undefined || span === undefined || !touches(span, offset)) continue;
    const target = targetOf(piece.target.value, path, session.rootOf(path));
    if (target.kind !== 'file') continue;
    const now = context.graph.digest(target.path, target.fragment);
    if (now === undefined || digest.value.toLowerCase().startsWith(now)) continue;
    return { path: target.path, fragment: target.fragment, digest: digest.value, span };
  }
  return undefined;
}

/** What has changed since a sign-off, as Markdown: words that went are struck out, new ones are bold. */
export function changeMarkdown({ commit, at: time, author, runs }: SignedChange): string {
  const shown = shortenedRuns(runs).map(({ kind, text }) => {
    const words = escaped(text.trim());
    if (words === '' || kind === 'same') return words;
    return kind === 'removed' ? `~~${words}~~` : `**${words}**`;
  });
  return `**Changed since it was signed** (commit ${code(commit)}, ${time.slice(0, 10)}, ${escaped(nameOf(author))})\n\n${shown.join(' ')}`;
}
