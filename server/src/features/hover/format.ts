import type { CardMetadata } from '../../catalog/card-metadata.ts';
import type { DocumentKind } from '../../model/kinds.ts';
import { type FormatKey, formatKey, formatValues } from '../formats.ts';
import type { YamlPlace } from '../locate/yaml.ts';
import { blocks, code, escaped, listed } from '../markdown.ts';

const SHAPES: Readonly<Record<string, string>> = {
  text: 'text',
  list: 'list',
  map: 'map',
  flag: 'true or false',
  number: 'number',
  date: 'date',
};

/** A key of one of our formats or of a card's front matter: what it is for and what it takes. */
export function keyMarkdown(cards: CardMetadata, kind: DocumentKind, place: YamlPlace): string | undefined {
  const key = formatKey(cards, kind, place.path);
  if (key === undefined || key.description === '') return undefined;
  const forms = [key.shape, ...(key.forms ?? [])].map(each => SHAPES[each] ?? each).join(', ');
  const values = key.values.map(
    ({ value, meaning }) => `${code(value)}${meaning === '' ? '' : ` ${escaped(meaning)}`}`,
  );
  return blocks(
    `**${escaped(key.name)}** *${escaped(key.origin)} · ${forms}*`,
    markdownOf(key.description),
    key.instead === undefined ? '' : `No longer advised: use ${escaped(key.instead)}.`,
    key.shape === 'flag' ? '' : listed(key.closed ? 'Values' : 'Values in use', values, shownOf(key)),
    source(key.asOf),
  );
}

/** Of a long list that has a source of its own, the first few say enough. */
function shownOf(key: FormatKey): number {
  return key.closed && key.values.length <= 20 ? 20 : 8;
}

/** A value with a known meaning. */
export function valueMarkdown(cards: CardMetadata, kind: DocumentKind, place: YamlPlace): string | undefined {
  const { values, asOf } = formatValues(cards, kind, place.path);
  const own = values.find(each => each.value === place.text);
  const name = place.path.findLast(step => typeof step === 'string');
  if (name === undefined) return undefined;
  const key = formatKey(cards, kind, place.path.slice(0, place.path.lastIndexOf(name) + 1));
  if (own === undefined) return asOf === undefined ? undefined : otherValue(place, key, asOf);
  const others = values.filter(each => each !== own);
  const instead =
    others.length > 0 && others.length <= 12
      ? `Others: ${others.map(each => code(each.value)).join(', ')}`
      : '';
  return blocks(
    `**${escaped(String(name))}: ${escaped(own.value)}**${own.meaning === '' ? '' : ` ${escaped(own.meaning)}`}`,
    key === undefined ? '' : markdownOf(key.description),
    instead,
    source(asOf),
  );
}

/** A value that a list with a source does not have. */
function otherValue(place: YamlPlace, key: FormatKey | undefined, asOf: string): string | undefined {
  if (key === undefined || place.text === '') return undefined;
  return blocks(
    `**${escaped(key.name)}: ${escaped(place.text)}** is not in our list.`,
    markdownOf(key.description),
    source(asOf),
  );
}

function source(asOf: string | undefined): string {
  return asOf === undefined ? '' : `*${escaped(asOf)}*`;
}

/** Our own descriptions are Markdown already; only angle brackets outside of code need care. */
function markdownOf(description: string): string {
  return description
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[<>*_[\]]/g, String.raw`\$&`)))
    .join('');
}
