import type * as vscode from 'vscode';
import type { AskResult } from '../../../server/src/lsp/protocol.ts';
import { toolApi } from './api.ts';

/** The questions by the names under which package.json contributes them. */
const QUESTIONS = {
  clausewright_explain_control: 'explain_control',
  clausewright_coverage: 'coverage',
  clausewright_gaps: 'gaps',
  clausewright_evidence_for: 'evidence_for',
} as const;

/** Asks the server; see docs/assistants.md for the questions. */
export type Ask = (question: string, input: unknown, token: vscode.CancellationToken) => Promise<AskResult>;

/**
 * Offers the workspace's evidence to language models in the editor's chat. They can only read. Nothing is registered
 * in a VS Code that has no such tools.
 */
export function registerTools(ask: Ask): vscode.Disposable[] {
  const api = toolApi();
  if (api === undefined) return [];
  return Object.entries(QUESTIONS).map(([name, question]) =>
    api.registerTool(name, {
      async invoke({ input }, token) {
        const answer = await ask(question, input, token);
        // The model is told what was wrong with its question, and can ask again.
        return api.result('problem' in answer ? answer.problem : answer.text);
      },
    }),
  );
}
