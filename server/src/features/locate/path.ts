/** Keys and list indexes from a YAML document's root to a value. */
export type YamlPath = readonly (string | number)[];

/** Whether a path has the shape of a pattern, in which `*` stands for any one key or index. */
export function matches(path: YamlPath, ...pattern: readonly (string | number)[]): boolean {
  return (
    path.length === pattern.length && pattern.every((step, index) => step === '*' || step === path[index])
  );
}

/** Whether a path begins with the steps of a pattern, in which `*` stands for any one key or index. */
export function beginsWith(path: YamlPath, ...pattern: readonly (string | number)[]): boolean {
  return path.length >= pattern.length && matches(path.slice(0, pattern.length), ...pattern);
}
