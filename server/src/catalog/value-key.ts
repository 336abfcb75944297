/** A value as aliases are keyed: lower case, letters and digits only, without the word "license". */
export function valueKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/licen[cs]e/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
