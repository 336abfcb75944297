import { keyText, type YamlMap } from '../../syntax/yaml/nodes.ts';
import { at } from '../../text/span.ts';
import type { Columns } from './columns.ts';
import { keyField, matchColumns } from './match.ts';
import { filled } from './rows.ts';
import { KEYS, RECORDS, type RecordName, TABLES_OF } from './shape.ts';
import type { ExtraValue, Row } from './types.ts';
import { valuesIn } from './yaml-text.ts';

/** The list that a map below a concept's key is a record of: the one that knows most of its keys. */
export function recordKind(map: YamlMap, concept: string): RecordName | undefined {
  const keys = map.pairs.map(pair => keyText(pair.key) ?? '');
  let best: { readonly name: RecordName; readonly size: number } | undefined;
  for (const [index, name] of (TABLES_OF.get(concept) ?? []).entries()) {
    const columns: Columns = RECORDS[name];
    const match = matchColumns(keys, columns);
    const fits = index === 0 ? match.size > 0 || keys.includes(KEYS.more) : match.has(keyField(columns));
    if (fits && (best === undefined || match.size > best.size)) best = { name, size: match.size };
  }
  return best?.name;
}

/** A record that is written as a map. */
export function rowOfMap(map: YamlMap, columns: Columns, start: number): Row<Columns> {
  const pairs = map.pairs.filter(pair => keyText(pair.key) !== KEYS.more);
  const match = matchColumns(
    pairs.map(pair => keyText(pair.key) ?? ''),
    columns,
  );
  const known = new Set(match.values());
  const more = map.pairs.find(pair => keyText(pair.key) === KEYS.more)?.value;
  const rest = [
    ...pairs.filter((_, index) => !known.has(index)),
    ...(more?.kind === 'map' ? more.pairs : []),
  ];
  const fields = filled(columns, (field, column) => {
    const pair = pairs[match.get(field) ?? -1];
    return pair === undefined ? [] : valuesIn(pair.value, column.list, start);
  });
  const extra = rest.flatMap((pair): ExtraValue[] =>
    valuesIn(pair.value, false, start).map(value => ({ ...value, title: keyText(pair.key)?.trim() ?? '' })),
  );
  return { fields, extra, span: at(start, map) };
}
