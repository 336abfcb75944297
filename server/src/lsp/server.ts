import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type ProtocolNotificationType,
  type ProtocolRequestType,
  type RequestType0,
} from 'vscode-languageserver';
import { serverCapabilities } from './capabilities.ts';
import { clientTraits } from './client.ts';
import type { Engine } from './engine.ts';
import { cancelled, described, invalid, outOfOrder } from './errors.ts';
import { foldersAfter, foldersOf } from './folders.ts';
import { settingsOf } from './options.ts';
import type { Platform } from './platform.ts';
import { type Methods, notifications, requests, reviewRequests, viewRequests } from './routes.ts';

type State = 'new' | 'running' | 'shutdown';

interface Started {
  readonly engine: Engine;
  readonly methods: Methods;
}

type Answer<P, R> = (methods: Methods, engine: Engine, params: P, token: CancellationToken) => R | Promise<R>;

/** Registers requests and notifications with what answers them. */
export interface Registry {
  request<P, R, PR, E, RO>(type: ProtocolRequestType<P, R, PR, E, RO>, answer: Answer<P, NoInfer<R>>): void;
  /** A request without parameters. */
  query<R, E>(
    type: RequestType0<R, E>,
    answer: (methods: Methods, engine: Engine) => NoInfer<R> | Promise<NoInfer<R>>,
  ): void;
  notification<P, RO>(
    type: ProtocolNotificationType<P, RO>,
    take: (methods: Methods, engine: Engine, params: P) => void,
  ): void;
}

/**
 * Serves one client over a connection that does not listen yet. Everything beyond the handshake is loaded after it,
 * so that initialize is answered at once.
 */
export function serve(connection: Connection, platform: Platform): void {
  let state: State = 'new';
  let params: InitializeParams = { processId: null, rootUri: null, capabilities: {} };
  let starting: Promise<Started> | undefined;

  const start = (): Promise<Started> => {
    starting ??= Promise.all([import('./engine.ts'), import('./methods/all.ts')]).then(
      ([{ Engine }, methods]): Started => ({
        engine: new Engine(connection, platform, params, foldersOf(params)),
        methods,
      }),
    );
    return starting;
  };

  const registry: Registry = {
    request<P, R, PR, E, RO>(type: ProtocolRequestType<P, R, PR, E, RO>, answer: Answer<P, R>): void {
      connection.onRequest<unknown, void>(type.method, async (given: P, token?: CancellationToken) => {
        if (state !== 'running') throw outOfOrder(state);
        if (token === undefined) throw invalid(`${type.method} was sent without parameters.`);
        const { engine, methods } = await start();
        engine.asked(type.method);
        if (token.isCancellationRequested) throw cancelled();
        return answer(methods, engine, given, token);
      });
    },
    query<R, E>(
      type: RequestType0<R, E>,
      answer: (methods: Methods, engine: Engine) => R | Promise<R>,
    ): void {
      connection.onRequest<unknown, void>(type.method, async () => {
        if (state !== 'running') throw outOfOrder(state);
        const { engine, methods } = await start();
        return answer(methods, engine);
      });
    },
    notification(type, take) {
      connection.onNotification(type, async given => {
        if (state !== 'running') return;
        const { engine, methods } = await start();
        take(methods, engine, given);
      });
    },
  };

  connection.onInitialize(given => {
    if (state !== 'new') throw outOfOrder('shutdown');
    state = 'running';
    params = given;
    return {
      capabilities: serverCapabilities(given),
      serverInfo: { name: 'clausewright', version: platform.version },
    };
  });
  connection.onInitialized(async () => {
    const { engine } = await start();
    await attend(connection, engine, params);
  });
  connection.onShutdown(async () => {
    if (state === 'new') throw outOfOrder(state);
    state = 'shutdown';
    (await starting)?.engine.end();
  });
  requests(registry);
  viewRequests(registry);
  reviewRequests(registry);
  notifications(registry);
}

/** Asks the client to tell of files, settings and folders, as far as it does. */
async function attend(connection: Connection, engine: Engine, params: InitializeParams): Promise<void> {
  const client = clientTraits(params);
  const failed = (error: unknown): void => engine.log('error', described(error));
  if (client.workspaceFolders)
    connection.workspace.onDidChangeWorkspaceFolders(event =>
      engine.setFolders(foldersAfter(engine.folders, event)),
    );
  const configure = async (): Promise<void> =>
    engine.configure(settingsOf(await connection.workspace.getConfiguration('clausewright')));
  if (client.configuration) {
    connection.onDidChangeConfiguration(() => configure().catch(failed));
    await Promise.all([
      configure(),
      client.registersConfiguration
        ? connection.client.register(DidChangeConfigurationNotification.type, { section: 'clausewright' })
        : undefined,
    ]).catch(failed);
  } else {
    connection.onDidChangeConfiguration(({ settings }) =>
      engine.configure(settingsOf(settings?.clausewright)),
    );
  }
  await engine.watch().catch(failed);
}
