/** What identifies a request. */
export type RequestId = string | number;

/** A message of a client as far as it could be read. */
export type Incoming =
  | { readonly kind: 'request'; readonly id: RequestId; readonly method: string; readonly params: Params }
  | { readonly kind: 'notification'; readonly method: string; readonly params: Params }
  /** An answer to a request; this server sends none, so there is nothing to do. */
  | { readonly kind: 'answer' }
  | { readonly kind: 'invalid'; readonly id: RequestId | null; readonly why: string };

/** Parameters by name. */
export type Params = Readonly<Record<string, unknown>>;

/** A message to the client. */
export interface Outgoing {
  readonly jsonrpc: '2.0';
  readonly id: RequestId | null;
  readonly result?: object;
  readonly error?: ErrorObject;
}

/** Why a request has no result. */
export interface ErrorObject {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

/** Codes of JSON-RPC, and the one of the protocol that is used here. */
export const CODES = {
  parse: -32700,
  invalid: -32600,
  unknownMethod: -32601,
  params: -32602,
  internal: -32603,
  unsupportedVersion: -32022,
} as const;

/** Reads one JSON value as a message. */
export function readMessage(value: unknown): Incoming {
  if (!isObject(value)) return { kind: 'invalid', id: null, why: 'A message has to be an object.' };
  const id = readId(value['id']);
  const bad = (why: string): Incoming => ({ kind: 'invalid', id: id ?? null, why });
  if (value['jsonrpc'] !== '2.0') return bad('A message has to say "jsonrpc": "2.0".');
  const { method } = value;
  if (method === undefined && ('result' in value || 'error' in value)) return { kind: 'answer' };
  if (typeof method !== 'string') return bad('A request has to name its method.');
  const params = value['params'] ?? {};
  if (!isObject(params)) return bad('The parameters have to be an object.');
  if (!('id' in value)) return { kind: 'notification', method, params };
  if (id === undefined) return bad('The id of a request has to be a text or a number.');
  return { kind: 'request', id, method, params };
}

function readId(id: unknown): RequestId | undefined {
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

/** Whether a value is an object with names, not a list. */
export function isObject(value: unknown): value is Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
