/** How a text is written in YAML. */
export type Quoting = 'plain' | 'single' | 'double';

/** Begins like something else than text: an indicator, or a dash, question mark or colon with a blank behind it. */
const INDICATOR = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$))/;
const COMMENT_OR_KEY = /:(?:\s|$)|\s#/;
/** What YAML 1.1 or 1.2 reads as a number, a flag or nothing. Dates are left plain, as our formats write them. */
const NOT_TEXT =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|0x[\da-f]+|0o?[0-7]+|0b[01]+|[-+]?\.(?:inf|nan)|\d+(?::[0-5]?\d)+|<<|=|---|\.\.\.)$/i;

/** Whether a text can stand in YAML without quotes and is read as the same text again. */
export function isPlainSafe(text: string, flow: boolean): boolean {
  return (
    text !== '' &&
    text === text.trim() &&
    !/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/u.test(text) &&
    !INDICATOR.test(text) &&
    !COMMENT_OR_KEY.test(text) &&
    !NOT_TEXT.test(text) &&
    !(flow && /[,[\]{}]/.test(text))
  );
}

/**
 * A text as a YAML scalar on one line. `like` is how the neighbours are quoted: it is followed where they need not
 * have been, and double quotes are the way out where nothing else can hold the text.
 */
export function scalarText(text: string, like: Quoting, flow: boolean): string {
  if (like === 'plain' && isPlainSafe(text, flow)) return text;
  if (
    like !== 'double' &&
    !/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/u.test(text) &&
    (like === 'single' || text.includes('\\'))
  )
    return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
