/** `L10-L40`, as GitHub links lines; 1-based. */
export function lineRange(fragment: string): { readonly first: number; readonly last: number } | undefined {
  const parts = /^L(\d+)(?:C\d+)?(?:-L?(\d+)(?:C\d+)?)?$/.exec(fragment);
  if (parts === null) return undefined;
  const first = Number(parts[1]);
  return { first, last: parts[2] === undefined ? first : Number(parts[2]) };
}
