import type { Hover, HoverParams } from 'vscode-languageserver';
import { hover as hoverAt } from '../../features/hover.ts';
import { rewriteLinks } from '../../features/markdown.ts';
import { changeMarkdown, suspectAt } from '../../features/suspect.ts';
import { RULES } from '../../rules/registry.ts';
import { changeSinceSigned } from '../../workspace/evidence/signed-text.ts';
import { placeOf } from '../at.ts';
import type { Context } from '../context.ts';
import { linkTargets } from '../pages.ts';
import { rangeOf } from '../positions.ts';
import type { View } from '../realm.ts';

/** textDocument/hover */
export async function hover(context: Context, params: HoverParams): Promise<Hover | null> {
  const place = placeOf(context, params);
  if (place === undefined) return null;
  const found = hoverAt(place.session, place.path, place.offset, RULES);
  const suspect = suspectAt(place.session, place.path, place.offset);
  const change = suspect === undefined ? undefined : await changeOf(context, place, suspect);
  const markdown = [found?.markdown, change].filter(each => each !== undefined).join('\n\n');
  const span = found?.span ?? suspect?.span;
  if (markdown === '' || span === undefined) return null;
  const value = rewriteLinks(markdown, linkTargets(place.realm, context.client));
  const kind = context.client.markdownHover ? 'markdown' : 'plaintext';
  return { contents: { kind, value }, range: rangeOf(place.source, span) };
}

/** What has changed since a sign-off, where the files' history is known. */
async function changeOf(
  context: Context,
  { realm, session }: View,
  suspect: Parameters<typeof changeSinceSigned>[2],
): Promise<string | undefined> {
  if (realm !== context.workspace.main) return undefined;
  const change = await changeSinceSigned(session, context.loader().host, suspect);
  return change === undefined ? undefined : changeMarkdown(change);
}
