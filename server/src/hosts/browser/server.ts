import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { Library } from '../../catalog/library.ts';
import { described } from '../../lsp/errors.ts';
import type { Platform } from '../../lsp/platform.ts';
import { serve } from '../../lsp/server.ts';
import { bundledCatalogs } from './catalogs.ts';

// The language server as a web worker. It has no files: the client reads them.

declare const self: DedicatedWorkerGlobalScope;
/** Set by the bundler to the package's version. */
declare const CLAUSEWRIGHT_VERSION: string | undefined;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const platform: Platform = {
  version: typeof CLAUSEWRIGHT_VERSION === 'string' ? CLAUSEWRIGHT_VERSION : 'unknown',
  library: () => new Library(bundledCatalogs()),
  today: () => dateOf(new Date()),
  now: () => performance.now(),
  // Timers of a worker wait for several milliseconds; a message does not.
  turn: () =>
    new Promise(resolve => {
      waiting.push(resolve);
      channel.port2.postMessage(undefined);
    }),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  host: () => undefined,
};

/** A date as YYYY-MM-DD in the user's time zone. */
function dateOf(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

self.addEventListener('unhandledrejection', event => {
  connection.console.error(described(event.reason));
  event.preventDefault();
});
serve(connection, platform);
connection.listen();
