import { type ChildProcess, spawn } from 'node:child_process';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { framed, type Message, messageReader } from './message-stream.ts';

/** What an error answer says. */
export class RequestError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** How the server is asked for something. */
export interface Pending<R> extends Promise<R> {
  readonly id: number;
}

type Answer = (params: unknown) => unknown;

/** A small editor: one server process over standard input and output, every message of it kept. */
export class LspClient {
  /** Notifications of the server so far, in their order. */
  readonly notifications: Message[] = [];
  /** Requests of the server so far, in their order. */
  readonly requests: Message[] = [];
  /** Messages that answer nothing, such as errors without an id. */
  readonly strays: Message[] = [];
  readonly process: ChildProcess;
  /** Exit code, once the process has ended. */
  readonly ended: Promise<number | null>;
  stderr = '';
  private readonly waiting = new Map<
    number,
    { resolve(result: unknown): void; reject(error: Error): void }
  >();
  private readonly answers = new Map<string, Answer>();
  private watchers: (() => void)[] = [];
  private nextId = 1;

  constructor(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.process = spawn(command, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    this.process.stdout?.on(
      'data',
      messageReader(message => this.take(message)),
    );
    // A server that has ended reads nothing more; what it did wrong is seen in `ended` and in open requests.
    this.process.stdin?.on('error', () => undefined);
    this.process.stderr?.on('data', (bytes: Buffer) => {
      this.stderr += bytes.toString();
    });
    this.ended = new Promise(resolve => this.process.on('exit', code => resolve(code)));
    void this.ended.then(() => {
      for (const { reject } of this.waiting.values())
        reject(new Error(`the server has ended. ${this.stderr}`));
    });
  }

  /** Answers a request of the server; without this, requests are answered with null. */
  answer(method: string, answer: Answer): void {
    this.answers.set(method, answer);
  }

  request<R = unknown>(method: string, params?: unknown): Pending<R> {
    const id = this.nextId;
    this.nextId += 1;
    const promise = new Promise<R>((resolve, reject) => {
      this.waiting.set(id, { resolve: result => resolve(result as R), reject });
    });
    this.send({ id, method, ...(params === undefined ? {} : { params }) });
    return Object.assign(promise, { id });
  }

  notify(method: string, params?: unknown): void {
    this.send({ method, ...(params === undefined ? {} : { params }) });
  }

  /** Sends bytes as they are. */
  raw(bytes: Buffer | string): void {
    this.process.stdin?.write(bytes);
  }

  private send(message: object): void {
    this.raw(framed(message));
  }

  private take(message: Message): void {
    if (message.method !== undefined && message.id !== undefined) this.reply(message);
    else if (message.method !== undefined) this.notifications.push(message);
    else this.settle(message);
    const watchers = this.watchers;
    this.watchers = [];
    for (const watcher of watchers) watcher();
  }

  private reply(message: Message): void {
    this.requests.push(message);
    const answer = this.answers.get(message.method ?? '');
    const answered = new Promise(resolve => resolve(answer?.(message.params) ?? null));
    void answered.then(
      result => this.send({ id: message.id, result }),
      (error: unknown) => this.send({ id: message.id, error: { code: -32603, message: String(error) } }),
    );
  }

  private settle(message: Message): void {
    const waiting = typeof message.id === 'number' ? this.waiting.get(message.id) : undefined;
    if (waiting === undefined) {
      this.strays.push(message);
      return;
    }
    if (typeof message.id === 'number') this.waiting.delete(message.id);
    if (message.error === undefined) waiting.resolve(message.result);
    else waiting.reject(new RequestError(message.error.code, message.error.message));
  }

  /** Waits until a condition gives something; it is looked at whenever a message arrives. */
  async until<T>(what: string, condition: () => T | undefined | false, milliseconds = 10_000): Promise<T> {
    const end = Date.now() + milliseconds;
    for (;;) {
      const found = condition();
      if (found !== undefined && found !== false) return found;
      const left = end - Date.now();
      if (left <= 0) throw new Error(`no ${what} after ${milliseconds} ms. ${this.stderr}`);
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, left);
        this.watchers.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Asks again and again until the answer is as wanted: for what the server finds out by itself. */
  async untilAnswer<R>(
    what: string,
    ask: () => Promise<R>,
    wanted: (answer: R) => boolean,
    milliseconds = 10_000,
  ): Promise<R> {
    const end = Date.now() + milliseconds;
    for (;;) {
      const answer = await ask();
      if (wanted(answer)) return answer;
      if (Date.now() > end) throw new Error(`no ${what}; the last answer: ${JSON.stringify(answer)}`);
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  initialize(
    folders: readonly { readonly uri: string; readonly name: string }[] | null,
    capabilities: ClientCapabilities,
    initializationOptions: object,
  ): Promise<InitializeResult> {
    return this.request('initialize', {
      processId: process.pid,
      rootUri: folders?.[0]?.uri ?? null,
      workspaceFolders: folders,
      capabilities,
      initializationOptions,
    });
  }

  open(uri: string, text: string, languageId = uri.endsWith('.md') ? 'markdown' : 'yaml', version = 1): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): void {
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** The diagnostics of a document, pulled. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.request<{ items?: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.items ?? [];
  }

  /** The last diagnostics that were pushed for a document. */
  published(uri: string): PublishDiagnosticsParams | undefined {
    return this.notifications
      .filter(each => each.method === 'textDocument/publishDiagnostics')
      .map(each => each.params as PublishDiagnosticsParams)
      .findLast(each => each.uri === uri);
  }

  /** What the server has logged. */
  get log(): string[] {
    return this.notifications
      .filter(each => each.method === 'window/logMessage')
      .map(each => (each.params as { message: string }).message);
  }

  /** Shuts the server down as an editor does; gives its exit code. */
  async stop(): Promise<number | null> {
    await this.request('shutdown');
    this.notify('exit');
    return this.ended;
  }
}
