import { type Answer, coverageAnswer } from './coverage.ts';
import { evidenceAnswer } from './evidence-for.ts';
import { explainAnswer } from './explain-control.ts';
import { gapsAnswer } from './gaps.ts';
import { type Input, isProblem, type Problem, readInput, toolNamed } from './input.ts';
import type { Asked } from './rows.ts';
import type { ToolName } from './tools.ts';

export type { Answer } from './coverage.ts';

const ANSWERS: Readonly<Record<ToolName, (asked: Asked, input: Input) => Answer | Problem>> = {
  explain_control: explainAnswer,
  coverage: coverageAnswer,
  gaps: gapsAnswer,
  evidence_for: evidenceAnswer,
};

/**
 * Answers a question of an assistant from the workspace as it stands. `given` may be anything; what is wrong with it,
 * or why there is no answer, comes back as a problem in words that help to ask better.
 */
export function answer(asked: Asked, question: string, given: unknown): Answer | Problem {
  const tool = toolNamed(question);
  if (tool === undefined)
    return { problem: `There is no tool "${question}"; the tools are ${Object.keys(ANSWERS).join(', ')}.` };
  const input = readInput(tool, given);
  return isProblem(input) ? input : ANSWERS[tool.name](asked, input);
}
