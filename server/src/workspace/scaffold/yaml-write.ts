import type { Layout, ListStyle } from './yaml-layout.ts';
import { type Quoting, scalarText } from './yaml-scalar.ts';

/** What can be written into a YAML text. Texts are single lines. */
export type YamlData = string | number | boolean | readonly YamlData[] | { readonly [key: string]: YamlData };

/** A value on one line, as it can also stand inside `[ ]` and `{ }`. `name` is the key that it stands under. */
export function flowText(data: YamlData, layout: Layout, name: string, flow = true): string {
  if (typeof data === 'string') return scalarText(data, layout.quotes.get(name) ?? 'plain', flow);
  if (typeof data !== 'object') return String(data);
  if (isList(data)) return `[${data.map(each => flowText(each, layout, name)).join(', ')}]`;
  const pairs = Object.entries(data).map(([key, value]) => flowPair(key, value, layout));
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** `key: value` on one line. */
export function flowPair(key: string, value: YamlData, layout: Layout, quoting: Quoting = 'plain'): string {
  return `${keyWritten(key, quoting, true)}: ${flowText(value, layout, key)}`;
}

/** `key: value` as lines, the first at column 0. */
export function pairLines(
  key: string,
  value: YamlData,
  layout: Layout,
  quoting: Quoting = 'plain',
): string[] {
  const head = `${keyWritten(key, quoting, false)}:`;
  if (typeof value !== 'object') return [`${head} ${flowText(value, layout, key, false)}`];
  if (isList(value)) {
    const style = layout.lists.get(key) ?? layout.list;
    if (value.length === 0 || style.flow) return [`${head} ${flowText(value, layout, key)}`];
    return [head, ...value.flatMap(item => indented(itemLines(item, layout, key, style), style.dash))];
  }
  const pairs = Object.entries(value);
  if (pairs.length === 0 || ONE_LINE.has(key)) return [`${head} ${flowText(value, layout, key)}`];
  return [head, ...pairs.flatMap(([name, each]) => indented(pairLines(name, each, layout), layout.step))];
}

/** An item of a list as lines, its dash at column 0. */
export function itemLines(data: YamlData, layout: Layout, name: string, style: ListStyle): string[] {
  const lines =
    typeof data === 'object' && !isList(data) && Object.keys(data).length > 0
      ? Object.entries(data).flatMap(([key, value]) => pairLines(key, value, layout))
      : [flowText(data, layout, name, typeof data === 'object')];
  const gap = Math.max(2, style.gap);
  return lines.map((line, index) =>
    index === 0 ? `-${' '.repeat(gap - 1)}${line}` : ' '.repeat(gap) + line,
  );
}

/** Lines moved to the right. */
export function indented(lines: readonly string[], by: number): string[] {
  return lines.map(line => ' '.repeat(by) + line);
}

/** Maps that our formats write on one line. */
const ONE_LINE: ReadonlySet<string> = new Set(['reviewed']);

/** Our own keys stand plain, `on` of a sign-off too, as the format shows them. */
function keyWritten(key: string, quoting: Quoting, flow: boolean): string {
  return quoting === 'plain' && /^[a-z][a-z_]*$/i.test(key) ? key : scalarText(key, quoting, flow);
}

function isList(data: YamlData): data is readonly YamlData[] {
  return Array.isArray(data);
}
