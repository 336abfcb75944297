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
import {
  type First,
  first,
  notifications,
  type Others,
  requests,
  reviewRequests,
  viewRequests,
} from './routes.ts';

type State = 'new' | 'running' | 'shutdown';

interface Started<M> {
  readonly engine: Engine;
  readonly methods: M;
}

type Answer<M, P, R> = (methods: M, engine: Engine, params: P, token: CancellationToken) => R | Promise<R>;

/** Registers requests and notifications with what answers them, a module that is loaded for the first of them. */
export interface Registry<M> {
  request<P, R, PR, E, RO>(
    type: ProtocolRequestType<P, R, PR, E, RO>,
    answer: Answer<M, P, NoInfer<R>>,
  ): void;
  /** A request without parameters. */
  query<R, E>(
    type: RequestType0<R, E>,
    answer: (methods: M, engine: Engine) => NoInfer<R> | Promise<NoInfer<R>>,
  ): void;
  notification<P, RO>(
    type: ProtocolNotificationType<P, RO>,
    take: (methods: M, engine: Engine, params: P) => void,
  ): void;
}

/**
 * Serves one client over a connection that does not listen yet. Everything beyond the handshake is loaded after it,
 * so that initialize is answered at once.
 */
export function serve(connection: Connection, platform: Platform): void {
  let state: State = 'new';
  let params: InitializeParams = { processId: null, rootUri: null, capabilities: {} };
  let starting: Promise<Started<First>> | undefined;
  let loading: Promise<Started<Others>> | undefined;

  const start = (): Promise<Started<First>> => {
    starting ??= Promise.all([import('./engine.ts'), import('./methods/first.ts')]).then(
      ([{ Engine }, methods]): Started<First> => ({
        engine: new Engine(connection, platform, params, foldersOf(params)),
        methods,
      }),
    );
    return starting;
  };
  const startOthers = (): Promise<Started<Others>> => {
    loading ??= Promise.all([start(), import('./methods/others.ts')]).then(
      ([{ engine }, methods]): Started<Others> => ({ engine, methods }),
    );
    return loading;
  };

  const registryOf = <M>(started: () => Promise<Started<M>>): Registry<M> => ({
    request<P, R, PR, E, RO>(type: ProtocolRequestType<P, R, PR, E, RO>, answer: Answer<M, P, R>): void {
      connection.onRequest<unknown, void>(type.method, async (given: P, token?: CancellationToken) => {
        if (state !== 'running') throw outOfOrder(state);
        if (token === undefined) throw invalid(`${type.method} was sent without parameters.`);
        const { engine, methods } = await started();
        engine.asked(type.method);
        if (token.isCancellationRequested) throw cancelled();
        return answer(methods, engine, given, token);
      });
    },
    query<R, E>(type: RequestType0<R, E>, answer: (methods: M, engine: Engine) => R | Promise<R>): void {
      connection.onRequest<unknown, void>(type.method, async () => {
        if (state !== 'running') throw outOfOrder(state);
        const { engine, methods } = await started();
        return answer(methods, engine);
      });
    },
    notification(type, take) {
      connection.onNotification(type, async given => {
        if (state !== 'running') return;
        const { engine, methods } = await started();
        take(methods, engine, given);
      });
    },
  });

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
  const prompt = registryOf(start);
  first(prompt);
  notifications(prompt);
  const registry = registryOf(startOthers);
  requests(registry);
  viewRequests(registry);
  reviewRequests(registry);
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
