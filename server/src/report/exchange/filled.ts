/** Data without what says nothing: undefined, empty texts and lists. Undefined when nothing is left. */
export function filled(
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  const kept = Object.entries(fields).filter(([, value]) => {
    if (value === undefined || value === '') return false;
    return !Array.isArray(value) || value.length > 0;
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
