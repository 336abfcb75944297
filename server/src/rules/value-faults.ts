import type { ErrorObject } from 'ajv';
import { nearestWord } from '../catalog/nearest.ts';
import type { YamlNode } from '../syntax/yaml/nodes.ts';
import { enumeration } from '../text/enumeration.ts';
import type { Local } from '../text/span.ts';
import { correctedDate, correctedFlag } from './corrections.ts';
import { nodeAt, plainValue } from './plain-value.ts';
import { quoted } from './wording.ts';

/** A generated validator. */
export interface Validate {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}

/** A value that a format does not allow; its place is local to the node's unit. */
export interface ValueFault extends Local {
  /** The key that the value stands under. */
  readonly key: string;
  readonly what: string;
  readonly next: string;
  /** What was meant, where that is plain. */
  readonly meant: string | undefined;
  /** The few values to choose from, where none is plainly meant. */
  readonly choices?: readonly string[];
}

/** A list of values longer than this is for completion, not for a menu of fixes. */
const MOST_CHOICES = 6;

/** The faults of a node by a validator's judgement, at most one for each value. Unknown keys are not among them. */
export function valueFaults(validate: Validate, node: YamlNode, numbersAsText = true): ValueFault[] {
  const data = plainValue(node, numbersAsText);
  if (data === undefined || validate(data)) return [];
  const errors = (validate.errors ?? []).filter(each => each.keyword !== 'anyOf');
  const faults = new Map<string, ValueFault>();
  for (const error of [...errors].sort(byUse)) {
    const path = error.instancePath;
    if (faults.has(path) || error.keyword === 'additionalProperties') continue;
    const found = nodeAt(node, path);
    if (found === undefined) continue;
    const deeper = errors.some(each => each !== error && each.instancePath.startsWith(`${path}/`));
    const extra = errors.some(each => each.keyword === 'additionalProperties' && each.instancePath === path);
    if (found.node.kind !== 'scalar' && (deeper || extra)) continue;
    faults.set(path, faultOf(error, found.node, found.key));
  }
  return [...faults.values()];
}

const USE = ['enum', 'pattern', 'minimum', 'required', 'type'];

/** Of several faults of one value, the one that says most comes first. */
function byUse(a: ErrorObject, b: ErrorObject): number {
  return USE.indexOf(a.keyword) - USE.indexOf(b.keyword);
}

function faultOf(error: ErrorObject, node: YamlNode, key: string): ValueFault {
  const place = { from: node.from, to: node.to, key };
  const name = key === '' ? 'this value' : `"${key}"`;
  const written = node.kind === 'scalar' ? String(node.style === 'plain' ? node.source : node.value) : '';
  const params: Readonly<Record<string, unknown>> = error.params;
  if (error.keyword === 'enum') {
    const allowed = Array.isArray(params['allowedValues']) ? params['allowedValues'].map(String) : [];
    const near = nearestWord(written, allowed)?.word;
    const use = `Use ${enumeration(allowed, 'or')}`;
    return {
      ...place,
      what:
        node.kind === 'scalar'
          ? `${quoted(written)} is no value of ${name}`
          : `${name} holds ${shape(node)} where one value is expected`,
      next: near === undefined ? use : `Did you mean "${near}"? ${use}`,
      meant: node.kind === 'scalar' ? near : undefined,
      choices: node.kind === 'scalar' && allowed.length <= MOST_CHOICES ? allowed : [],
    };
  }
  if (error.keyword === 'required') {
    const missing = String(params['missingProperty']);
    return { ...place, what: `"${missing}" is missing here`, next: `Add "${missing}:"`, meant: undefined };
  }
  if (error.keyword === 'minimum')
    return {
      ...place,
      what: `${quoted(written)} is too small for ${name}`,
      next: `Use ${String(params['limit'])} or more`,
      meant: undefined,
    };
  if (error.keyword === 'pattern') return patternFault(String(params['pattern']), written, place, name);
  return typeFault(params['type'], node, written, place, name);
}

function patternFault(
  pattern: string,
  written: string,
  place: Local & { key: string },
  name: string,
): ValueFault {
  const what = `${quoted(written)} is no value of ${name}`;
  if (pattern.includes('\\d{4}-'))
    return {
      ...place,
      what: `${quoted(written)} is no date`,
      next: 'Write it as YYYY-MM-DD, such as 2026-09-30',
      meant: correctedDate(written),
    };
  if (pattern.includes('0-9a-f'))
    return {
      ...place,
      what: `${quoted(written)} is no digest`,
      next: 'Let "clausewright review" write it',
      meant: undefined,
    };
  return {
    ...place,
    what,
    next: 'Use letters, digits, dots, dashes and underscores, and begin with a letter or a digit',
    meant: undefined,
  };
}

const SHAPES: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  array: 'a list',
  object: 'keys with values',
};

function typeFault(
  type: unknown,
  node: YamlNode,
  written: string,
  place: Local & { key: string },
  name: string,
): ValueFault {
  const types = (Array.isArray(type) ? type : String(type).split(','))
    .map(String)
    .filter(each => each !== 'null');
  const expected = enumeration(
    types.map(each => SHAPES[each] ?? each),
    'or',
  );
  return {
    ...place,
    what:
      node.kind === 'scalar' ? `${quoted(written)} is no value of ${name}` : `${name} holds ${shape(node)}`,
    next: types[0] === 'boolean' ? 'Write true or false' : `Expected is ${expected}`,
    meant: types[0] === 'boolean' && types.length === 1 ? correctedFlag(written) : undefined,
  };
}

function shape(node: YamlNode): string {
  return node.kind === 'seq' ? 'a list' : node.kind === 'map' ? 'keys with values' : 'a value';
}
