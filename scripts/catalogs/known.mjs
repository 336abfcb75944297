/** Whether an id, with its framework in front or of `framework`, is an item of a known catalog. */
export function exists(id, framework, known) {
  const colon = id.indexOf(':');
  const named = colon > 0 && known.has(id.slice(0, colon));
  return named
    ? known.get(id.slice(0, colon)).has(id.slice(colon + 1))
    : (known.get(framework)?.has(id) ?? false);
}
