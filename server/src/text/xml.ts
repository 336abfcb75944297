const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text that stands as itself in an XML element; what no XML 1.0 file may hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return escaped(text, /[&<>"\r]/g);
}

/** The same for an attribute, where a reader would turn line breaks and tabs into blanks. */
export function xmlAttribute(text: string): string {
  return escaped(text, /[&<>"\r\n\t]/g);
}

function escaped(text: string, special: RegExp): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(special, each => ENTITIES[each] ?? each);
}
