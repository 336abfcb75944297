// A language client that measures: it starts a server as a process of its own, and tells what it costs.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const TICK = 1000 / 100; // milliseconds in a clock tick of /proc

/** A running server. Times are milliseconds, memory is bytes. */
export class MeasuredServer {
  constructor({ command, handlers = {}, pull = false, env = {} }) {
    this.pull = pull;
    this.started = performance.now();
    this.process = spawn(command[0], command.slice(1), {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
    });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.diagnostics = new Map();
    this.waiting = [];
    this.connection.onNotification('textDocument/publishDiagnostics', params => this.published(params));
    for (const [method, handler] of Object.entries({ ...DEFAULT_HANDLERS, ...handlers }))
      this.connection.onRequest(method, handler);
    this.connection.onError(() => {});
    this.connection.listen();
  }

  published(params) {
    this.diagnostics.set(params.uri, params);
    const now = performance.now();
    const met = this.waiting.filter(({ test }) => test(params));
    this.waiting = this.waiting.filter(each => !met.includes(each));
    for (const { resolve } of met) resolve(now);
  }

  /** Resolves with the time at which diagnostics arrive that pass a test. */
  untilPublished(test) {
    return new Promise(resolve => this.waiting.push({ test, resolve }));
  }

  async initialize({ rootUri, initializationOptions, settings, capabilities = {} }) {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: rootUri === null ? null : [{ uri: rootUri, name: 'bench' }],
      initializationOptions,
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeConfiguration: {},
          diagnostics: { refreshSupport: true },
        },
        textDocument: {
          synchronization: { dynamicRegistration: true },
          publishDiagnostics: { versionSupport: true },
          completion: { completionItem: { snippetSupport: true } },
          hover: { contentFormat: ['markdown'] },
          codeAction: {
            dataSupport: true,
            resolveSupport: { properties: ['edit'] },
            codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
          },
          ...(this.pull ? { diagnostic: { dynamicRegistration: true } } : {}),
        },
        ...capabilities,
      },
    });
    const initialized = performance.now() - this.started;
    await this.connection.sendNotification('initialized', {});
    if (settings !== undefined)
      await this.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    return initialized;
  }

  open(uri, languageId, text) {
    this.text = text;
    this.version = 1;
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Types one character at a place and sends it. */
  type(uri, position, text) {
    this.version += 1;
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: this.version },
      contentChanges: [{ range: { start: position, end: position }, rangeLength: 0, text }],
    });
  }

  /** Takes characters away again. */
  erase(uri, position, length) {
    this.version += 1;
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: this.version },
      contentChanges: [
        {
          range: { start: position, end: { line: position.line, character: position.character + length } },
          rangeLength: length,
          text: '',
        },
      ],
    });
  }

  /** Diagnostics of the present version: pulled, or waited for. Gives the time it took from now. */
  async diagnose(uri) {
    const from = performance.now();
    if (this.pull) await this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    else
      await this.untilPublished(
        params =>
          params.uri === uri &&
          (params.version === undefined || params.version === null || params.version >= this.version),
      );
    return performance.now() - from;
  }

  async request(method, params) {
    const from = performance.now();
    const result = await this.connection.sendRequest(method, params);
    return { took: performance.now() - from, result };
  }

  /** Processor time that the process has used so far, in milliseconds. */
  cpu() {
    const fields = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  }

  /** Resident memory now and at its peak, in bytes. */
  memory() {
    const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
    const kilobytes = name => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { now: kilobytes('VmRSS') * 1024, peak: kilobytes('VmHWM') * 1024 };
  }

  stop() {
    this.connection.dispose();
    this.process.kill('SIGKILL');
  }
}

const DEFAULT_HANDLERS = {
  'client/registerCapability': () => null,
  'client/unregisterCapability': () => null,
  'workspace/configuration': ({ items }) => items.map(() => null),
  'workspace/workspaceFolders': () => [],
  'workspace/diagnostic/refresh': () => null,
  'window/workDoneProgress/create': () => null,
  'window/showMessageRequest': () => null,
};
