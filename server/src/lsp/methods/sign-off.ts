import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { type Signable, signableAt, signingBy } from '../../features/sign-off.ts';
import type { Context } from '../context.ts';
import { workspaceEdit } from '../edits.ts';
import { refused } from '../errors.ts';
import { offsetOf, positionOf } from '../positions.ts';
import type { EditResult, SignableParams, SignableResult, SignParams } from '../protocol-actions.ts';
import type { View } from '../realm.ts';
import { sendBackActions } from './review-comments.ts';

/** More people than this make a menu that nobody reads. */
const MOST_PEOPLE = 5;

/**
 * The actions that sign the text at an offset off or send it back: by the reviewer of the settings or whom git knows
 * here, else by those whom the configuration lists. Nobody is offered to sign what they own or wrote.
 */
export async function signOffActions(context: Context, view: View, offset: number): Promise<CodeAction[]> {
  const { session, realm, path, version, uri } = view;
  const signable = signableAt(session, path, offset);
  if (signable === undefined || realm !== context.workspace.main) return [];
  const own = await context.reviewer();
  if (context.workspace.view(uri)?.version !== version) return [];
  const people = own === undefined ? session.scopeOf(path).people : [own];
  const name = signable.fragment === undefined ? signable.path : `${signable.path}#${signable.fragment}`;
  const signing = people.slice(0, MOST_PEOPLE).flatMap((by): CodeAction[] => {
    const signing = signingBy(session, signable, by);
    const edit = signing === undefined ? undefined : workspaceEdit(realm, signing.changes, context.client);
    return edit === undefined
      ? []
      : [{ title: `Sign off ${name} as ${by}`, kind: CodeActionKind.Refactor, edit }];
  });
  const asking = signing.length === 0 ? askingToSign(context, view, name, offset) : [];
  return [...signing, ...asking, ...sendBackActions(context, view, offset)];
}

/** Where nobody is known who may sign, the client asks who does. */
function askingToSign(
  { client }: Context,
  { uri, source }: View,
  name: string,
  offset: number,
): CodeAction[] {
  if (!client.reviews) return [];
  const title = `Sign off ${name}…`;
  const position = positionOf(source, offset);
  return [
    {
      title,
      kind: CodeActionKind.Refactor,
      command: { title, command: 'clausewright.signOff', arguments: [uri, position] },
    },
  ];
}

/** clausewright/signable: what can be signed off at a position, or under a name, and by whom. */
export async function signable(context: Context, params: SignableParams): Promise<SignableResult> {
  await context.loader().ready;
  const own = await context.reviewer();
  const found = 'uri' in params ? signableThere(context, params) : params;
  if (found === undefined) return { people: [] };
  const { path, fragment } = found;
  const { session } = context.workspace.main;
  const known = [...(own === undefined ? [] : [own]), ...session.scopeOf(path).people];
  const people = [...new Set(known)].filter(by => signingBy(session, { path, fragment }, by) !== undefined);
  return { text: { path, ...(fragment === undefined ? {} : { fragment }) }, people };
}

function signableThere(
  context: Context,
  { uri, position }: Extract<SignableParams, { uri: string }>,
): Signable | undefined {
  const view = context.workspace.view(uri);
  if (view === undefined || view.realm !== context.workspace.main) return undefined;
  return signableAt(view.session, view.path, offsetOf(view.source, position));
}

/** clausewright/sign: the edit that signs a text off in every mapping that leans on it. */
export async function sign(context: Context, { path, fragment, by }: SignParams): Promise<EditResult> {
  await context.loader().ready;
  context.workspace.settle();
  const realm = context.workspace.main;
  const name = fragment === undefined ? path : `${path}#${fragment}`;
  const signing = signingBy(realm.session, { path, fragment }, by.trim());
  const edit = signing === undefined ? undefined : workspaceEdit(realm, signing.changes, context.client);
  if (edit === undefined || signing === undefined)
    throw refused(
      `${name} cannot be signed off by ${by}: a sign-off is by somebody other than its author and the owners of its controls, and of a text that a mapping leans on.`,
    );
  return { edit, count: signing.signed };
}
