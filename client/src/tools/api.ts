import * as vscode from 'vscode';

/**
 * The part of the language model API that tools need. It came after the oldest VS Code that the extension runs in, so
 * it is described here and looked for at run time.
 */
export interface ToolApi {
  registerTool(name: string, tool: RegisteredTool): vscode.Disposable;
  /** A tool's result of one text. */
  result(text: string): object;
}

/** What VS Code calls when a language model uses a tool. */
export interface RegisteredTool {
  invoke(options: { readonly input: unknown }, token: vscode.CancellationToken): Promise<object>;
}

/** The API of this VS Code; undefined where it has none. */
export function toolApi(): ToolApi | undefined {
  const lm: unknown = Reflect.get(vscode, 'lm');
  const Result: unknown = Reflect.get(vscode, 'LanguageModelToolResult');
  const Text: unknown = Reflect.get(vscode, 'LanguageModelTextPart');
  if (!isRegistry(lm) || !isClass(Result) || !isClass(Text)) return undefined;
  return {
    registerTool: (name, tool) => lm.registerTool(name, tool),
    result: text => new Result([new Text(text)]),
  };
}

function isRegistry(value: unknown): value is Pick<ToolApi, 'registerTool'> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'registerTool' in value &&
    typeof value.registerTool === 'function'
  );
}

function isClass(value: unknown): value is new (content: unknown) => object {
  return typeof value === 'function';
}
