/**
 * Text that a spreadsheet shows and does not run: what begins like a formula gets an apostrophe in front, also behind
 * white space and quotes, which some programs take away first.
 */
export function harmless(text: string): string {
  return /^[\s\u00A0\uFEFF"`]*[=+\-@＝＋－＠]|^[\t\r]/u.test(text) ? `'${text}` : text;
}

/**
 * The same for a cell of CSV. Where a program splits at semicolons or tabs, as it does in many countries, a cell may
 * begin in the middle of ours.
 */
export function harmlessCell(text: string): string {
  return harmless(text).replace(
    /[;\t](?:(?!\t)[\s\u00A0\uFEFF"`])*(?=[=+\-@＝＋－＠])/gu,
    each => `${each}'`,
  );
}
