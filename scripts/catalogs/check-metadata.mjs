// What the metadata of cards must hold beyond what its JSON Schema can say.

/** Problems of the files of catalogs/card-metadata as lines of text. */
export function checkMetadata(files) {
  const problems = [];
  const lists = new Map();
  for (const { path, data } of files)
    for (const [name, list] of Object.entries(data.lists ?? {})) {
      if (lists.has(name)) problems.push(`${path}: the list ${name} stands in ${lists.get(name)} as well`);
      lists.set(name, path);
      const meant = [...Object.entries(list.aliases ?? {}), ...Object.entries(list.retired ?? {})];
      for (const [other, value] of meant) {
        if (!(value in list.values)) problems.push(`${path}: ${name}: ${value} is no value`);
        if (other in list.values) problems.push(`${path}: ${name}: ${other} is a value itself`);
      }
    }
  const tables = files.filter(({ data }) => data.cards !== undefined);
  if (tables.length !== 1) problems.push('catalogs/card-metadata: one file holds the keys of cards');
  for (const { path, data } of tables)
    for (const [card, keys] of Object.entries(data.cards))
      problems.push(...checkKeys(keys, lists, `${path}: ${card}`));
  return problems;
}

function checkKeys(keys, lists, where) {
  const seen = new Set();
  return keys.flatMap(({ name, values, types, keys: inner }) => {
    const here = `${where}.${name}`;
    const problems = seen.has(name) ? [`${here} stands twice`] : [];
    seen.add(name);
    if (values !== undefined && !lists.has(values)) problems.push(`${here}: ${values} is no list`);
    if (inner !== undefined && !types.includes('map') && !types.includes('list'))
      problems.push(`${here}: a value without keys has keys`);
    return [...problems, ...checkKeys(inner ?? [], lists, here)];
  });
}
