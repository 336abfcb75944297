import type { CancellationToken, CodeAction, CodeActionParams } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { overlaps, type Span } from '../../text/span.ts';
import type { Finding, Fix } from '../../workspace/finding.ts';
import { documentOf } from '../at.ts';
import { FIX_ALL } from '../capabilities.ts';
import type { Context } from '../context.ts';
import { diagnosticOf } from '../diagnostics.ts';
import { workspaceEdit } from '../edits.ts';
import { cancelled, contentModified } from '../errors.ts';
import { safeChanges } from '../fix-all.ts';
import { spanOf } from '../positions.ts';
import type { View } from '../realm.ts';
import { signOffActions } from './sign-off.ts';

/** By what a code action is found again when it is chosen. */
interface ActionData {
  readonly uri: string;
  readonly version: number | null;
  /** Absent for the action that applies all safe fixes. */
  readonly fix?: {
    readonly rule: string;
    readonly start: number;
    readonly end: number;
    readonly title: string;
  };
}

/** textDocument/codeAction: the fixes of the findings at a range, all safe ones together, and sign-offs. */
export async function codeAction(
  context: Context,
  params: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  await context.readySoon();
  if (token.isCancellationRequested) throw cancelled();
  const view = documentOf(context, params);
  if (view === undefined || !context.client.codeActionLiterals) return [];
  const findings = context.workspace.findings(view).filter(each => each.suppressed === undefined);
  const range = spanOf(view.source, params.range);
  const actions: CodeAction[] = [];
  if (isWanted(params.context.only, CodeActionKind.QuickFix)) {
    for (const finding of findings.filter(each => isAt(each.span, range)))
      for (const fix of finding.fixes) actions.push(...quickFix(context, view, finding, fix));
  }
  if (isWanted(params.context.only, FIX_ALL)) actions.push(...fixAll(context, view, findings));
  if (isWanted(params.context.only, CodeActionKind.Refactor))
    actions.push(...(await signOffActions(context, view, range.start)));
  return actions;
}

/** codeAction/resolve: works out the edit, unless the document has moved on. */
export function resolveCodeAction(context: Context, action: CodeAction): CodeAction {
  const data: unknown = action.data;
  if (!isActionData(data)) return action;
  const view = context.workspace.view(data.uri);
  if (view === undefined || view.version !== data.version) throw contentModified();
  const findings = context.workspace.findings(view).filter(each => each.suppressed === undefined);
  const edit =
    data.fix === undefined
      ? workspaceEdit(view.realm, safeChanges(findings), context.client)
      : editOf(context, view, fixNamed(findings, data.fix));
  if (edit === undefined) throw contentModified();
  return { ...action, edit };
}

function quickFix(context: Context, view: View, finding: Finding, fix: Fix): CodeAction[] {
  const { rule, span } = finding;
  const action: CodeAction = {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(view, finding, context.client)],
  };
  if (fix.kind === 'safe' || fix === finding.fixes[0]) action.isPreferred = true;
  const named = { rule, start: span.start, end: span.end, title: fix.title };
  return withEdit(context, view, action, named, () => editOf(context, view, fix));
}

function fixAll(context: Context, view: View, findings: readonly Finding[]): CodeAction[] {
  if (!findings.some(each => each.fixes.some(fix => fix.kind === 'safe'))) return [];
  const action: CodeAction = { title: 'Fix all safe Clausewright problems', kind: FIX_ALL };
  return withEdit(context, view, action, undefined, () =>
    workspaceEdit(view.realm, safeChanges(findings), context.client),
  );
}

function withEdit(
  { client }: Context,
  view: View,
  action: CodeAction,
  fix: ActionData['fix'],
  edit: () => CodeAction['edit'],
): CodeAction[] {
  if (client.resolvesEdits) {
    const data: ActionData = { uri: view.uri, version: view.version, ...(fix === undefined ? {} : { fix }) };
    return [{ ...action, data }];
  }
  const made = edit();
  return made === undefined ? [] : [{ ...action, edit: made }];
}

function editOf(context: Context, view: View, fix: Fix | undefined): CodeAction['edit'] {
  return fix === undefined ? undefined : workspaceEdit(view.realm, fix.change(), context.client);
}

function fixNamed(findings: readonly Finding[], named: NonNullable<ActionData['fix']>): Fix | undefined {
  return findings
    .filter(({ rule, span }) => rule === named.rule && span.start === named.start && span.end === named.end)
    .flatMap(each => each.fixes)
    .find(each => each.title === named.title);
}

function isAt(finding: Span, range: Span): boolean {
  return overlaps(finding, range) || finding.end === range.start;
}

/** Whether actions of a kind are asked for; `source` asks for `source.fixAll.clausewright` too. */
function isWanted(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some(each => each === '' || kind === each || kind.startsWith(`${each}.`));
}

function isActionData(data: unknown): data is ActionData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'uri' in data &&
    typeof data.uri === 'string' &&
    'version' in data
  );
}
