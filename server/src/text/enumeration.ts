/** A list as a sentence reads it: `a, b and c`, or `a, b or c`. */
export function enumeration(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
