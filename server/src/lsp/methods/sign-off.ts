import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { signableAt, signingBy } from '../../features/sign-off.ts';
import type { Context } from '../context.ts';
import { workspaceEdit } from '../edits.ts';
import type { View } from '../realm.ts';

/** More people than this make a menu that nobody reads. */
const MOST_PEOPLE = 5;

/**
 * The actions that sign the text at an offset off: by the person whom git knows here, else by those whom the
 * configuration lists. Nobody is offered to sign what they own or wrote.
 */
export async function signOffActions(context: Context, view: View, offset: number): Promise<CodeAction[]> {
  const { session, realm, path, version, uri } = view;
  const signable = signableAt(session, path, offset);
  if (signable === undefined || realm !== context.workspace.main) return [];
  const own = await context.loader().host.identity?.();
  if (context.workspace.view(uri)?.version !== version) return [];
  const people = own === undefined ? session.scopeOf(path).people : [own];
  const name = signable.fragment === undefined ? signable.path : `${signable.path}#${signable.fragment}`;
  return people.slice(0, MOST_PEOPLE).flatMap((by): CodeAction[] => {
    const signing = signingBy(session, signable, by);
    const edit = signing === undefined ? undefined : workspaceEdit(realm, signing.changes, context.client);
    return edit === undefined
      ? []
      : [{ title: `Sign off ${name} as ${by}`, kind: CodeActionKind.Refactor, edit }];
  });
}
