import { answer } from '../../features/assistant/answer.ts';
import type { Context } from '../context.ts';
import type { AskParams, AskResult } from '../protocol-assistant.ts';

/** clausewright/ask: a question of an assistant, answered from the workspace as the editor has it. */
export async function ask(context: Context, { tool, input }: AskParams): Promise<AskResult> {
  await context.loader().ready;
  const parts = await context.overview.parts();
  return answer({ session: context.workspace.main.session, shown: path => path, parts }, tool, input);
}
