import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** The client no longer wants the answer. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** The text that the request speaks of has changed meanwhile; the client asks again. */
export function contentModified(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed meanwhile.');
}

/** The request was understood and cannot be done; `reason` is shown to the user. */
export function refused(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}

/** The server was not initialized, or is shutting down. */
export function outOfOrder(state: 'new' | 'shutdown'): ResponseError<void> {
  return state === 'new'
    ? new ResponseError(ErrorCodes.ServerNotInitialized, 'The server was not initialized yet.')
    : new ResponseError(ErrorCodes.InvalidRequest, 'The server is shutting down.');
}

/** The request lacks what it needs. */
export function invalid(what: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, what);
}

/** An error with its stack, for the log. */
export function described(error: unknown): string {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
}
