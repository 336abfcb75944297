import { CodeLensRefreshRequest, type Connection, SemanticTokensRefreshRequest } from 'vscode-languageserver';
import type { ClientTraits } from './client.ts';
import { Coalesced } from './coalesced.ts';
import type { Platform } from './platform.ts';

/** When lenses and tokens are asked for again, at the earliest after a change and after the last time; milliseconds. */
const PACE = { delay: 300, rest: 1000 };

/**
 * Asks the client to ask again for lenses and semantic tokens: what they say of one document rests on others, which
 * the client cannot know. Only a client that can is asked, and it asks for what is visible alone. Hints need none of this, as they rest
 * on the document's own text.
 */
export class LensRefresh {
  private readonly runs: Coalesced;

  constructor(
    connection: Connection,
    platform: Platform,
    { refreshesCodeLenses, refreshesSemanticTokens }: ClientTraits,
    failed: (error: unknown) => void,
  ) {
    this.runs = new Coalesced(
      platform,
      async () => {
        if (refreshesCodeLenses) await connection.sendRequest(CodeLensRefreshRequest.type).catch(failed);
        if (refreshesSemanticTokens)
          await connection.sendRequest(SemanticTokensRefreshRequest.type).catch(failed);
      },
      PACE,
    );
  }

  /** Another document than the one that an editor shows has changed. */
  request(): void {
    this.runs.request();
  }

  /** Calls off what has not begun. */
  dispose(): void {
    this.runs.dispose();
  }
}
