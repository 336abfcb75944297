import { type Parameter, TOOLS, type Tool, type ToolName } from './tools.ts';

/** What a tool was given, read and in order. */
export interface Input {
  readonly control?: string;
  readonly framework?: string;
  readonly system?: string;
  readonly strength?: string;
  readonly owner?: string;
  readonly from?: number;
  readonly limit?: number;
}

/** Something in a question that cannot be answered; the text says what and what would be right. */
export interface Problem {
  readonly problem: string;
}

/** Whether a value is a problem rather than an answer. */
export function isProblem(value: object): value is Problem {
  return 'problem' in value;
}

/** A tool by name; undefined for a name that none has. */
export function toolNamed(name: string): Tool | undefined {
  return TOOLS.find(each => each.name === name);
}

/** Whether a text names a tool. */
export function isToolName(name: string): name is ToolName {
  return toolNamed(name) !== undefined;
}

/** Longer texts are no id and no name. */
const MOST_CHARACTERS = 300;

/** Reads what a tool was given, which may be anything. */
export function readInput(tool: Tool, given: unknown): Input | Problem {
  const values = given ?? {};
  if (typeof values !== 'object' || Array.isArray(values))
    return { problem: `"${tool.name}" takes an object with ${listed(Object.keys(tool.parameters))}.` };
  const read: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    const parameter = Object.hasOwn(tool.parameters, name) ? tool.parameters[name] : undefined;
    if (parameter === undefined)
      return {
        problem: `"${tool.name}" has no parameter "${cut(name)}"; it has ${listed(Object.keys(tool.parameters))}.`,
      };
    if (value === undefined || value === null) continue;
    const checked = checkedValue(name, parameter, value);
    if (typeof checked === 'object') return checked;
    read[name] = checked;
  }
  for (const name of tool.required)
    if (read[name] === undefined || read[name] === '')
      return { problem: `"${tool.name}" needs "${name}": ${tool.parameters[name]?.description ?? ''}` };
  return read;
}

function checkedValue(name: string, parameter: Parameter, value: unknown): string | number | Problem {
  if (parameter.type === 'string') {
    if (typeof value !== 'string') return { problem: `"${name}" has to be a text.` };
    if (value.length > MOST_CHARACTERS)
      return { problem: `"${name}" is longer than ${MOST_CHARACTERS} characters.` };
    if (parameter.enum !== undefined && !parameter.enum.includes(value))
      return { problem: `"${name}" cannot be "${value}"; the values are ${listed(parameter.enum)}.` };
    return value.trim();
  }
  const { minimum, maximum = Number.MAX_SAFE_INTEGER } = parameter;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < minimum || value > maximum) {
    const range = parameter.maximum === undefined ? `from ${minimum}` : `from ${minimum} to ${maximum}`;
    return { problem: `"${name}" has to be a whole number ${range}.` };
  }
  return value;
}

function listed(names: readonly string[]): string {
  return names.map(each => `"${each}"`).join(', ');
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
