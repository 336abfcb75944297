/**
 * The text without the characters at its end that `character` matches, one at a time. A regular expression such as
 * `/-+$/` does the same, but tries every run of dashes in the text, in quadratic time where they are long.
 */
export function withoutEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
