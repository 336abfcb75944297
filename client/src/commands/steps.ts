import * as vscode from 'vscode';

/** One of the values that a step offers. */
export interface StepChoice {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

/** A question: with choices a list to pick from, else a line of text. */
export interface Step {
  readonly name: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly choices?: readonly StepChoice[];
}

/** Answers by the names of their steps. */
export type Answers = Readonly<Record<string, string>>;

type Outcome =
  | { readonly kind: 'answer'; readonly value: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'cancel' };

/**
 * Asks one question after the other, with a button that leads back and the number of the step. What was answered
 * before stands there when the user comes back. Undefined once the user leaves.
 * @param stepsFor the steps after the answers so far; earlier steps must not depend on later answers
 */
export async function askInSteps(
  title: string,
  stepsFor: (answers: Answers) => readonly Step[],
): Promise<Answers | undefined> {
  let answers: Answers = {};
  let index = 0;
  for (;;) {
    const steps = stepsFor(answers);
    const step = steps[index];
    if (step === undefined) {
      const asked = new Set(steps.map(each => each.name));
      return Object.fromEntries(Object.entries(answers).filter(([name]) => asked.has(name)));
    }
    const outcome = await ask(title, step, index + 1, steps.length, answers[step.name]);
    if (outcome.kind === 'cancel') return undefined;
    if (outcome.kind === 'back') index -= 1;
    else {
      answers = { ...answers, [step.name]: outcome.value };
      index += 1;
    }
  }
}

function ask(
  title: string,
  step: Step,
  number: number,
  total: number,
  before: string | undefined,
): Promise<Outcome> {
  const { choices } = step;
  return choices === undefined
    ? askText(title, step, number, total, before)
    : askChoice(title, step, choices, number, total, before);
}

interface Item extends vscode.QuickPickItem {
  readonly value: string;
}

function askChoice(
  title: string,
  { prompt }: Step,
  choices: readonly StepChoice[],
  number: number,
  total: number,
  before: string | undefined,
): Promise<Outcome> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.placeholder = prompt;
  pick.matchOnDetail = true;
  pick.items = choices.map(({ value, label, detail }) => ({
    value,
    label,
    ...(detail === undefined ? {} : { detail }),
  }));
  const chosen = pick.items.filter(each => each.value === before);
  // An empty list would leave nothing to accept with Enter.
  if (chosen.length > 0) pick.activeItems = chosen;
  return shown(pick, title, number, total, () => pick.activeItems[0]?.value);
}

function askText(
  title: string,
  { prompt, placeholder }: Step,
  number: number,
  total: number,
  before: string | undefined,
): Promise<Outcome> {
  const box = vscode.window.createInputBox();
  box.prompt = prompt;
  box.placeholder = placeholder;
  box.value = before ?? '';
  return shown(box, title, number, total, () => box.value);
}

/** Shows an input as one of several steps, and gives what becomes of it. `value` is asked for when it is accepted. */
function shown(
  input: vscode.QuickPick<Item> | vscode.InputBox,
  title: string,
  number: number,
  total: number,
  value: () => string | undefined,
): Promise<Outcome> {
  input.title = title;
  input.step = number;
  input.totalSteps = total;
  input.ignoreFocusOut = true;
  input.buttons = number > 1 ? [vscode.QuickInputButtons.Back] : [];
  return new Promise(resolve => {
    const done = (outcome: Outcome): void => {
      resolve(outcome);
      input.dispose();
    };
    input.onDidTriggerButton(() => done({ kind: 'back' }));
    input.onDidHide(() => done({ kind: 'cancel' }));
    input.onDidAccept(() => {
      const accepted = value();
      if (accepted !== undefined) done({ kind: 'answer', value: accepted });
    });
    input.show();
  });
}
