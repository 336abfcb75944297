import { isObject, type Params } from './message.ts';

/** The revision without a handshake: each request says in its `_meta` which revision it is written in. */
export const STATELESS = '2026-07-28';

/** Revisions that begin with `initialize`, newest first. */
export const HANDSHAKE = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'] as const;

/** The revision in which several messages may come as one list; later ones have no lists. */
export const BATCHES = '2025-03-26';

const VERSION_KEY = 'io.modelcontextprotocol/protocolVersion';

/** The key under which a stateless result names the server. */
export const SERVER_KEY = 'io.modelcontextprotocol/serverInfo';

/** The revision that a request names by itself; undefined for one of a session that began with a handshake. */
export function versionOf(params: Params): string | undefined {
  const meta = params['_meta'];
  const version = isObject(meta) ? meta[VERSION_KEY] : undefined;
  return typeof version === 'string' ? version : undefined;
}

/** The revision for a session: the one that the client asks for where it is known, else the newest. */
export function agreed(wanted: unknown): string {
  return HANDSHAKE.find(each => each === wanted) ?? HANDSHAKE[0];
}
