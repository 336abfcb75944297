// Tables of a format's keys from its JSON Schema.
import { table } from './markdown.mjs';

/** The keys of a format, one table for each level that has keys of its own. */
export function schemaTables(schema) {
  const parts = [keys(schema, schema)];
  for (const [name, definition] of Object.entries(schema.definitions ?? {}))
    if (definition.properties !== undefined)
      parts.push(`**${TITLES[name] ?? name}**`, keys(definition, schema));
  return `${parts.map(part => part.trimEnd()).join('\n\n')}\n`;
}

const TITLES = {
  system: '`system`',
  entry: 'One entry of `controls`',
  evidence: 'One piece of `evidence`',
  signOff: '`reviewed`',
};

function keys(level, schema) {
  const rows = Object.entries(level.properties).flatMap(([key, value]) =>
    rowsOf(key, followed(value, schema), schema),
  );
  return table(['key', 'value', 'meaning'], rows);
}

function rowsOf(key, value, schema) {
  const inner = value.$ref === undefined ? (value.items?.properties ?? value.properties) : undefined;
  const below = Object.entries(inner ?? {}).flatMap(([name, each]) =>
    rowsOf(`${key}.${name}`, followed(each, schema), schema),
  );
  return [[`\`${key}\``, kindOf(value), meaningOf(value)], ...below];
}

function followed(value, schema) {
  const name = /^#\/definitions\/(.+)$/.exec(value.$ref ?? '')?.[1];
  return name === undefined ? value : { ...schema.definitions[name], ...value };
}

function kindOf(value) {
  if (value.enum !== undefined) return value.enum.map(each => `\`${each}\``).join(', ');
  if (value.$ref === '#/definitions/date') return 'date, YYYY-MM-DD';
  const types = [value.type].flat().filter(type => type !== undefined && type !== 'null');
  return types.map(type => WORDS[type] ?? type).join(' or ');
}

const WORDS = { array: 'list', object: 'keys', string: 'text', boolean: '`true` or `false`' };

function meaningOf(value) {
  const values = Object.entries(value['x-values'] ?? {}).map(([each, meaning]) => `\`${each}\`: ${meaning}`);
  return [value.description ?? '', ...values].filter(part => part !== '').join('<br>');
}
