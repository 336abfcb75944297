/** Questions of an assistant to the workspace. Types only, like protocol.ts. */

/** Method of {@link AskParams} → {@link AskResult}; client to server. */
export type AskMethod = 'clausewright/ask';

/** A question. The tools and what they take are those of the Model Context Protocol server; docs/assistants.md. */
export interface AskParams {
  /** `explain_control`, `coverage`, `gaps` or `evidence_for`. */
  readonly tool: string;
  /** What the tool takes. */
  readonly input?: unknown;
}

/** The answer; `problem` where the question has none, in words that help to ask better. */
export type AskResult =
  | {
      /** With citations as `path:line`; paths are those of the workspace, lines count from 1. */
      readonly text: string;
      readonly data: object;
    }
  | { readonly problem: string };
