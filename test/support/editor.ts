import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  Position,
  Range,
} from 'vscode-languageserver';
import { Lines } from '../../server/src/text/lines.ts';
import { builtServer } from './build-server.ts';
import { parseFixture, TODAY } from './fixture.ts';
import { LspClient } from './lsp-client.ts';

/** What a current editor can do, as far as the server looks at it. */
export const MODERN: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceFolders: true,
    configuration: true,
    diagnostics: { refreshSupport: true },
    textDocumentContent: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    completion: { completionItem: { snippetSupport: true } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown'] },
  },
  window: { workDoneProgress: true },
};

/** What an editor of some years ago can do. */
export const PLAIN: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

/** How an editor is started. */
export interface EditorOptions {
  /** Files as one text of `//- path` pieces, or by path. */
  readonly files?: string | Readonly<Record<string, string | Buffer>>;
  /** Folders below the scratch folder that are opened; by default the scratch folder itself. */
  readonly folders?: readonly string[] | null;
  readonly capabilities?: ClientCapabilities;
  readonly options?: object;
  /** What is set in the server's environment beside what is set here. */
  readonly env?: Readonly<Record<string, string>>;
  /** A command that starts the server, such as one that takes rights away. */
  readonly through?: readonly string[];
  /** Called with the scratch folder when the files are written and no server runs yet. */
  readonly prepared?: (folder: string) => void;
  /** Keeps what ends the editor, for one that serves several tests; by default it ends with its test. */
  readonly ends?: (end: () => void) => void;
  /** Answers requests of the server from the start. */
  readonly answers?: Readonly<Record<string, (params: unknown) => unknown>>;
}

/** An editor on a scratch folder, with the built server behind it. Both are gone when the test is over. */
export class Editor {
  readonly client: LspClient;
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
  readonly marks: ReturnType<typeof parseFixture>['marks'];
  readonly cursor: { readonly path: string; readonly offset: number } | undefined;
  initialized: InitializeResult = { capabilities: {} };
  private readonly versions = new Map<string, number>();

  constructor(client: LspClient, folder: string, fixture: ReturnType<typeof parseFixture>) {
    this.client = client;
    this.folder = folder;
    this.files = fixture.files;
    this.marks = fixture.marks;
    this.cursor = fixture.cursor === undefined ? undefined : { path: fixture.path, offset: fixture.cursor };
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  text(path: string): string {
    return this.files.get(path) ?? '';
  }

  /** Writes a file as another program does: no editor tells the server. */
  write(path: string, content: string | Buffer): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true, force: true });
  }

  /** Tells the server of files that another program has touched. */
  touched(kind: 'created' | 'changed' | 'deleted', ...paths: string[]): void {
    const type = { created: 1, changed: 2, deleted: 3 }[kind];
    const changes = paths.map(path => ({ uri: this.uri(path), type }));
    this.client.notify('workspace/didChangeWatchedFiles', { changes });
  }

  /** Opens a file of the fixture, or with another text. */
  open(path: string, text = this.text(path)): string {
    const uri = this.uri(path);
    this.versions.set(uri, 1);
    this.client.open(uri, text);
    return uri;
  }

  /** Replaces the whole text of an open document. */
  retype(path: string, text: string): void {
    const uri = this.uri(path);
    const version = (this.versions.get(uri) ?? 1) + 1;
    this.versions.set(uri, version);
    this.client.change(uri, version, { text });
  }

  /** Position of the cursor mark. */
  get place(): { textDocument: { uri: string }; position: Position } {
    const { path, offset } = this.cursor ?? { path: '', offset: 0 };
    return { textDocument: { uri: this.uri(path) }, position: positionIn(this.text(path), offset) };
  }

  /** Stops the server; gives its exit code. */
  stop(): Promise<number | null> {
    return this.client.stop();
  }
}

/** Starts an editor and waits for the handshake. */
export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const editor = await spawnEditor(options);
  const names = options.folders === undefined ? [''] : options.folders;
  const folders = names?.map(name => ({
    uri: editor.uri(name).replace(/\/$/, ''),
    name: name || 'workspace',
  }));
  editor.initialized = await editor.client.initialize(folders ?? null, options.capabilities ?? MODERN, {
    today: TODAY,
    ...options.options,
  });
  editor.client.notify('initialized', {});
  return editor;
}

/** Starts an editor that has not said a word to its server yet. */
export async function spawnEditor(options: EditorOptions = {}): Promise<Editor> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'clausewright-'));
  const { files = {}, ends = onTestFinished } = options;
  ends(() => rmSync(folder, { recursive: true, force: true }));
  const fixture = typeof files === 'string' ? parseFixture(files, 'document.md') : undefined;
  const contents = fixture?.files ?? new Map(Object.entries(typeof files === 'string' ? {} : files));
  for (const [path, content] of contents) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  options.prepared?.(folder);
  const [command = process.execPath, ...args] = [
    ...(options.through ?? []),
    process.execPath,
    await builtServer(),
    '--stdio',
  ];
  const client = new LspClient(command, args, options.env);
  ends(() => void client.process.kill('SIGKILL'));
  for (const [method, answer] of Object.entries(options.answers ?? {})) client.answer(method, answer);
  const texts = new Map([...contents].map(([path, content]) => [path, content.toString()]));
  return new Editor(
    client,
    folder,
    fixture ?? {
      files: texts,
      marks: new Map(),
      times: new Map(),
      path: [...texts.keys()][0] ?? '',
      cursor: undefined,
    },
  );
}

/** What a diagnostic says. */
export function messageOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}

/** An offset of a text as the protocol counts it. */
export function positionIn(text: string, offset: number): Position {
  return Lines.of(text).position(offset);
}

/** The stretch of a text that a range of the protocol covers. */
export function textIn(text: string, range: Range): string {
  const lines = Lines.of(text);
  return text.slice(lines.offset(range.start, text), lines.offset(range.end, text));
}
