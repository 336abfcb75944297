// Reads the texts of `l10n.t(…)` out of a source file, and compares translations with what they translate.

const call = /\bl10n\.t\(\s*/g;

/**
 * The texts that a file hands to `l10n.t`, in their order.
 * @param {string} source
 * @param {string} path for messages
 * @returns {string[]}
 * @throws for a call whose first argument is no plain string, since nobody could translate it
 */
export function textsOf(source, path) {
  return [...source.matchAll(call)].map(hit => {
    const from = hit.index + hit[0].length;
    const quote = source.charAt(from);
    let at = from + 1;
    while (at < source.length && source.charAt(at) !== quote) at += source.charAt(at) === '\\' ? 2 : 1;
    const literal = source.slice(from, at + 1);
    const plain = (quote === "'" || quote === '"') && !/[\r\n]/.test(literal);
    if (!plain) throw new Error(`${path}: l10n.t needs a plain string, not ${source.slice(from, from + 40)}`);
    const inner = literal
      .slice(1, -1)
      .replace(/\\'/g, "'")
      .replace(/(?<!\\)"/g, '\\"');
    return JSON.parse(`"${inner}"`);
  });
}

/** The placeholders of a text: `{0}`, links to commands, code, icons. */
function fixedParts(text) {
  return (text.match(/\{\d+\}|\(command:[\w.]+\)|`[^`]+`|\$\([\w-]+\)/g) ?? []).sort().join(' ');
}

/**
 * What a translation lacks, has too much, or has changed that must stay.
 * @param {Record<string, string>} original
 * @param {Record<string, string>} translated
 * @returns {string[]}
 */
export function differences(original, translated) {
  const problems = [];
  for (const [key, text] of Object.entries(original)) {
    const other = translated[key];
    if (other === undefined) problems.push(`"${key}" is not translated`);
    else if (other.trim() === '') problems.push(`"${key}" is translated with nothing`);
    else if (fixedParts(other) !== fixedParts(text))
      problems.push(`"${key}" has other parts in braces, commands, code or icons than its translation`);
  }
  for (const key of Object.keys(translated)) if (!(key in original)) problems.push(`"${key}" is not used`);
  return problems;
}
