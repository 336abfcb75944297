// The editor's language model tools, as a test calls them. The API is newer than the oldest VS Code that is supported,
// so it is looked for at run time.

import * as vscode from 'vscode';

interface LanguageModels {
  readonly tools: readonly { readonly name: string }[];
  invokeTool(
    name: string,
    options: { readonly input: object; readonly toolInvocationToken: undefined },
    token: vscode.CancellationToken,
  ): Promise<{ readonly content: readonly { readonly value?: unknown }[] }>;
}

/** The API; undefined in a VS Code without it. */
function languageModels(): LanguageModels | undefined {
  const lm: unknown = Reflect.get(vscode, 'lm');
  return typeof lm === 'object' && lm !== null && 'invokeTool' in lm ? (lm as LanguageModels) : undefined;
}

/** The names of our tools; undefined where the editor has no tools. */
export function toolNames(): string[] | undefined {
  const names = languageModels()?.tools.map(each => each.name);
  return names?.filter(each => each.startsWith('clausewright_')).sort();
}

/** What a tool tells a language model. */
export async function callTool(name: string, input: object): Promise<string> {
  const models = languageModels();
  if (!models) throw new Error('this VS Code has no language model tools');
  const cancel = new vscode.CancellationTokenSource();
  const { content } = await models.invokeTool(name, { input, toolInvocationToken: undefined }, cancel.token);
  return content.map(({ value }) => String(value)).join('\n');
}
