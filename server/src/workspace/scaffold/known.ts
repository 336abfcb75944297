/** Something the repository already says that belongs into a section. */
export interface KnownFact {
  /** Markdown of one or more lines, joined with LF. */
  readonly text: string;
  /** The bare value, for a labelled line such as `**License:**`; absent where only the whole text makes sense. */
  readonly value?: string;
  /** Where it stands, in words. */
  readonly source: string;
  /** Labels, lower-case, under which authors write the value. */
  readonly labels?: readonly string[];
  /** Whether this answers the section; a fact that only helps to answer it goes into the guidance comment. */
  readonly answers: boolean;
}

/** A list item with its source in a comment. */
export function labelled(
  label: string,
  value: string,
  source: string,
  labels: readonly string[] = [],
): KnownFact {
  return {
    text: `- **${label}:** ${value} ${sourceComment(source)}`,
    value,
    source,
    labels: [label.toLowerCase(), ...labels],
    answers: true,
  };
}

/** A fact that helps the author but answers nothing by itself. */
export function hint(text: string, source: string): KnownFact {
  return { text, source, answers: false };
}

/** The comment that says where a filled-in value comes from. */
export function sourceComment(source: string): string {
  return `<!-- from ${inComment(source)} -->`;
}

/** Text that cannot end the comment it is written into. */
export function inComment(text: string): string {
  return text
    .replaceAll('<!--', '-')
    .replace(/(?<!-)-{2,}!?(?=>)/g, '-')
    .replace(/[\r\n]+/g, ' ');
}

/** A value of another document as one line of Markdown that means nothing but itself. */
export function inline(value: string): string {
  return value.replace(/\s+/g, ' ').trim().replace(/[<|]/g, String.raw`\$&`);
}
