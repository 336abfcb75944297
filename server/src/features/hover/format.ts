import type { DocumentKind } from '../../model/kinds.ts';
import { formatKey, formatValues } from '../formats.ts';
import type { YamlPlace } from '../locate/yaml.ts';
import { blocks, code, escaped, listed } from '../markdown.ts';

/** A key of one of our formats or of a card's front matter: what it is for and what it takes. */
export function keyMarkdown(kind: DocumentKind, place: YamlPlace): string | undefined {
  const key = formatKey(kind, place.path);
  if (key === undefined || key.description === '') return undefined;
  const shape = {
    text: 'text',
    list: 'list',
    map: 'map',
    flag: 'true or false',
    number: 'number',
    date: 'date',
  }[key.shape];
  const values = key.values.map(
    ({ value, meaning }) => `${code(value)}${meaning === '' ? '' : ` ${escaped(meaning)}`}`,
  );
  return blocks(
    `**${escaped(key.name)}** *${escaped(key.origin)} · ${shape}*`,
    markdownOf(key.description),
    key.shape === 'flag' ? '' : listed(key.closed ? 'Values' : 'Values in use', values, key.closed ? 20 : 8),
  );
}

/** A value with a known meaning. */
export function valueMarkdown(kind: DocumentKind, place: YamlPlace): string | undefined {
  const { values } = formatValues(kind, place.path);
  const own = values.find(each => each.value === place.text);
  const name = place.path.findLast(step => typeof step === 'string');
  if (own === undefined || name === undefined) return undefined;
  const key = formatKey(kind, place.path.slice(0, place.path.lastIndexOf(name) + 1));
  const others = values.filter(each => each !== own);
  const instead =
    others.length > 0 && others.length <= 12
      ? `Others: ${others.map(each => code(each.value)).join(', ')}`
      : '';
  return blocks(
    `**${escaped(String(name))}: ${escaped(own.value)}**${own.meaning === '' ? '' : ` ${escaped(own.meaning)}`}`,
    key === undefined ? '' : markdownOf(key.description),
    instead,
  );
}

/** Our own descriptions are Markdown already; only angle brackets outside of code need care. */
function markdownOf(description: string): string {
  return description
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[<>*_[\]]/g, String.raw`\$&`)))
    .join('');
}
