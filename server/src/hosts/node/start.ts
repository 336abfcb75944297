import { ErrorCodes, Message } from 'vscode-languageserver';
import {
  type Connection,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { described } from '../../lsp/errors.ts';
import { serve } from '../../lsp/server.ts';
import { nodePlatform } from './platform.ts';

/** How a language server is started. */
export interface StartOptions {
  /** Folder of the built catalogs. */
  readonly catalogs: string;
  readonly version: string;
  /** What carries the messages: standard input and output, or Node's channel to the parent process. */
  readonly transport: 'stdio' | 'ipc';
}

/**
 * Serves the language server protocol until the client ends it, and then ends the process: with 0 after a shutdown
 * request, else with 1. Nothing else may write to standard output.
 */
export function startServer({ catalogs, version, transport }: StartOptions): void {
  const [reader, writer] = transport === 'ipc' ? overIpc() : overStdio();
  const connection = createConnection(reader, writer);
  let isShutDown = false;
  reader.listen = noticing(reader, message => {
    if (Message.isRequest(message) && message.method === 'shutdown') isShutDown = true;
  });
  reader.onError(error => answerBroken(writer, connection, error));
  reader.onClose(() => process.exit(isShutDown ? 0 : 1));
  if (transport === 'stdio') process.stdin.on('end', () => process.exit(isShutDown ? 0 : 1));
  const survived = (error: unknown): void => connection.console.error(described(error));
  process.on('uncaughtException', survived);
  process.on('unhandledRejection', survived);
  serve(connection, nodePlatform(catalogs, version));
  connection.listen();
}

function overIpc(): [MessageReader, MessageWriter] {
  return [new IPCMessageReader(process), new IPCMessageWriter(process)];
}

function overStdio(): [MessageReader, MessageWriter] {
  return [new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)];
}

/** The reader's `listen` that tells of every message before it is handled. */
function noticing(reader: MessageReader, notice: (message: Message) => void): MessageReader['listen'] {
  const listen = reader.listen.bind(reader);
  return callback =>
    listen(message => {
      notice(message);
      callback(message);
    });
}

/** A message that is no JSON gets the answer that JSON-RPC asks for, and a line in the log. */
function answerBroken(writer: MessageWriter, connection: Connection, error: Error): void {
  const answer = { jsonrpc: '2.0', id: null, error: { code: ErrorCodes.ParseError, message: error.message } };
  const survived = (failure: unknown): void => connection.console.error(described(failure));
  writer.write(answer).catch(survived);
  connection.console.error(`A message from the client could not be read: ${error.message}`);
}
