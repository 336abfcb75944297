import type { YamlNode } from '../../syntax/yaml/nodes.ts';
import { listIn, plainText, textIn } from './reading.ts';

/** Nested parts deeper than this are not read. */
const MOST_NESTING = 12;
/** Choices of choices: parameters may name each other. */
const MOST_INSERTS = 4;

/** What stands for each parameter in prose: its label or its choices in brackets. */
export type Parameters = ReadonlyMap<string, string>;

/** The parameters of a control with those around it. */
export function parametersOf(control: YamlNode, outer: Parameters): Parameters {
  const params = listIn(control, 'params');
  if (params.length === 0) return outer;
  const own = new Map(outer);
  for (const param of params) {
    const id = textIn(param, 'id');
    if (id === undefined) continue;
    const values = listIn(param, 'values').flatMap(each => plainText(each) ?? []);
    const select = param.kind === 'map' ? choicesOf(param) : [];
    const said =
      values.length > 0 ? values.join(', ') : (textIn(param, 'label') ?? (select.join('; ') || id));
    own.set(id, values.length > 0 ? said : `[${said}]`);
  }
  return own;
}

function choicesOf(param: YamlNode): string[] {
  const select =
    param.kind === 'map' ? param.pairs.find(({ key }) => plainText(key) === 'select') : undefined;
  return listIn(select?.value, 'choice').flatMap(each => plainText(each) ?? []);
}

/** The prose of a part and of those below it, each in a line with its label; parameters by what they stand for. */
export function proseOf(part: YamlNode, parameters: Parameters): string {
  const lines: string[] = [];
  const visit = (node: YamlNode, depth: number): void => {
    const prose = textIn(node, 'prose');
    const label = listIn(node, 'props').find(
      prop => textIn(prop, 'name') === 'label' && textIn(prop, 'class') === undefined,
    );
    const mark = depth === 0 ? undefined : textIn(label, 'value');
    if (prose !== undefined) lines.push(filled(mark === undefined ? prose : `${mark} ${prose}`, parameters));
    if (depth < MOST_NESTING) for (const each of listIn(node, 'parts')) visit(each, depth + 1);
  };
  visit(part, 0);
  return lines.join('\n').trim();
}

const INSERT = /\{\{\s*(?:insert:\s*)?param[,:]?\s*([\w.-]+)\s*\}\}/g;

function filled(text: string, parameters: Parameters): string {
  let now = text;
  for (let round = 0; round < MOST_INSERTS && now.includes('{{'); round += 1) {
    now = now.replace(INSERT, (_, id: string) => parameters.get(id) ?? `[${id}]`);
    if (now.length > 100_000) break;
  }
  return now;
}

/** A text cut at a sentence or word to at most so many characters. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = Math.max(cut.lastIndexOf('. ') + 1, cut.lastIndexOf('\n'));
  return `${(end > most / 2 ? cut.slice(0, end) : cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))).trimEnd()} …`;
}
