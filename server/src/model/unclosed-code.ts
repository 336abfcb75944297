import type { Section } from '../syntax/markdown/section.ts';
import type { Local, Placed } from '../text/span.ts';

/** A fence that nothing closes, over sections that an author meant to be read. Stretches are local to the section. */
export interface UnclosedCode extends Local {
  /** The characters of the fence, such as three backticks. */
  readonly fence: string;
  /** The heading of the first section that the code has swallowed. */
  readonly heading: Local;
}

const OPEN = /^ {0,3}(`{3,}|~{3,})/;
/** A comment of a script has one mark; two and more are headings. */
const HEADING = /^#{2,6}[ \t]+\p{L}.*$/mu;

/** The open fence at the end of a body, where headings stand behind it; a fence that is merely the last line's is none. */
export function unclosedCodeIn(sections: readonly Placed<Section>[]): Placed<UnclosedCode> | undefined {
  const last = sections.at(-1);
  const found = last?.value.derive(inSection);
  return last === undefined || found === undefined ? undefined : { start: last.start, value: found };
}

function inSection(section: Section): UnclosedCode | undefined {
  const block = section.blocks.at(-1);
  if (block?.kind !== 'code' || block.depth > 0) return undefined;
  const text = section.slice(block);
  const open = OPEN.exec(text);
  const fence = open?.[1];
  if (open === null || fence === undefined) return undefined;
  const lines = text.trimEnd().split(/\r\n|[\r\n]/);
  const closing = lines.length > 1 ? (lines.at(-1)?.trim() ?? '') : '';
  if (closing.length >= fence.length && closing === fence.charAt(0).repeat(closing.length)) return undefined;
  const heading = HEADING.exec(text);
  if (heading === null) return undefined;
  const from = block.from + heading.index;
  const line = lines[0] ?? '';
  return {
    fence,
    from: block.from + (open[0].length - fence.length),
    to: block.from + line.trimEnd().length,
    heading: { from, to: from + heading[0].trimEnd().length },
  };
}
