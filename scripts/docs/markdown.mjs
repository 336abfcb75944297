/** Text as a code block whose fence is longer than any in the text. */
export function fenced(language, text) {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(run => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n*$/, '\n')}${fence}\n`;
}

/** Text that stays inside a table's cell. */
export function cell(text) {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
}

/** A table of Markdown. */
export function table(head, rows) {
  const line = cells => `| ${cells.map(cell).join(' | ')} |\n`;
  return `${line(head)}|${'---|'.repeat(head.length)}\n${rows.map(line).join('')}`;
}

/**
 * A page whose parts between `<!-- generated: name -->` and `<!-- end -->` are written anew. A part without text, or
 * a text without its part, is a fault of the page.
 */
export function filled(page, parts) {
  const used = new Set();
  const text = page.replace(
    /(<!-- generated: ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, head, name, tail) => {
      if (!parts.has(name)) throw new Error(`nothing generates the part "${name}"`);
      used.add(name);
      return `${head}\n${parts.get(name)}\n${tail}`;
    },
  );
  for (const name of parts.keys()) if (!used.has(name)) throw new Error(`no page has the part "${name}"`);
  return text;
}
