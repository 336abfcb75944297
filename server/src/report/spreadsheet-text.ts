/**
 * Text that a spreadsheet shows and does not run: what begins like a formula gets an apostrophe in front, also behind
 * white space, which some programs take away first.
 */
export function harmless(text: string): string {
  return /^[\s\u00A0\uFEFF]*[=+\-@＝＋－＠]|^[\t\r]/u.test(text) ? `'${text}` : text;
}
