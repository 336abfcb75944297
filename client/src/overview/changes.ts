import { Disposable, EventEmitter } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { ChangedMethod } from '../../../server/src/lsp/protocol.ts';

const CHANGED: ChangedMethod = 'clausewright/changed';

/** Something that shows what the server says of the workspace. */
export interface Shown {
  /** Whether somebody can see it now. */
  isVisible(): boolean;
  refresh(): void;
}

/** Keeps what is shown up to date, and asks for nothing on behalf of what nobody sees. */
export interface Changes extends Disposable {
  /**
   * Takes care of something that is shown.
   * @param seen tells when it comes into sight again
   */
  keep(shown: Shown, seen: (listener: () => void) => Disposable): Disposable;
  /** Has everything ask again: what is visible now, the rest when it comes into sight. */
  refreshAll(): void;
}

/** Follows the server's word that something has changed, and its restarts. */
export function followChanges(client: BaseLanguageClient): Changes {
  const changed = new EventEmitter<void>();
  const parts = Disposable.from(
    changed,
    client.onNotification(CHANGED, () => changed.fire()),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) changed.fire();
    }),
  );
  return {
    keep(shown, seen) {
      let stale = false;
      return Disposable.from(
        changed.event(() => {
          if (shown.isVisible()) shown.refresh();
          else stale = true;
        }),
        seen(() => {
          if (!stale || !shown.isVisible()) return;
          stale = false;
          shown.refresh();
        }),
      );
    },
    refreshAll: () => changed.fire(),
    dispose: () => parts.dispose(),
  };
}
