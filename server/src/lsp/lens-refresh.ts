import {
  CodeLensRefreshRequest,
  type Connection,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import type { ClientTraits } from './client.ts';
import { Coalesced } from './coalesced.ts';
import type { Platform } from './platform.ts';

/** When lenses and their like are asked for again, at the earliest after a change and after the last time; milliseconds. */
const PACE = { delay: 300, rest: 1000 };

/** What a client shows beside a text, by the beginning of the methods with which it asks for it. */
const KINDS = [
  {
    asks: 'textDocument/codeLens',
    again: CodeLensRefreshRequest.type,
    trait: 'refreshesCodeLenses',
  },
  {
    asks: 'textDocument/semanticTokens',
    again: SemanticTokensRefreshRequest.type,
    trait: 'refreshesSemanticTokens',
  },
  {
    asks: 'textDocument/inlayHint',
    again: InlayHintRefreshRequest.type,
    trait: 'refreshesInlayHints',
  },
] as const;

/**
 * Asks the client to ask again for lenses, semantic tokens and hints: what they say of one document rests on others,
 * such as an own catalog, which the client cannot know. A client is asked only for what it can ask for again and has
 * asked for before, and it asks for what is visible alone.
 */
export class LensRefresh {
  private readonly runs: Coalesced;
  private readonly client: ClientTraits;
  private readonly shown = new Set<(typeof KINDS)[number]>();

  constructor(
    connection: Connection,
    platform: Platform,
    client: ClientTraits,
    failed: (error: unknown) => void,
  ) {
    this.client = client;
    this.runs = new Coalesced(
      platform,
      async () => {
        for (const { again } of this.shown) await connection.sendRequest(again).catch(failed);
      },
      PACE,
    );
  }

  /** The client asks for something, by the method of its request. */
  asked(method: string): void {
    const kind = KINDS.find(each => method.startsWith(each.asks));
    if (kind !== undefined && this.client[kind.trait]) this.shown.add(kind);
  }

  /** Another document than the one that an editor shows has changed. */
  request(): void {
    if (this.shown.size > 0) this.runs.request();
  }

  /** Calls off what has not begun. */
  dispose(): void {
    this.runs.dispose();
  }
}
