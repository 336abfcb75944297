import type { Span } from '../../text/span.ts';
import { isPlainSafe, scalarText } from '../../workspace/scaffold/yaml-scalar.ts';
import type { YamlPlace } from '../locate/yaml.ts';

/** A place in YAML into which a suggestion is written: what it replaces, and how text is written there. */
export interface Slot {
  readonly span: Span;
  /** The part of what is replaced that stands before the cursor. */
  readonly typed: string;
  /** A text as a value there: quoted where it needs to be, as it is between quotes that stand already. */
  scalar(text: string): string;
  /** Columns by which lines below the first are indented against the cursor's line, to stand in the same map. */
  readonly indent: number;
}

/** The slot of a place. `text` is the document's. */
export function slotOf(text: string, place: YamlPlace, offset: number): Slot {
  const { quote, flow } = place;
  const inside = place.touching && place.role !== 'gap';
  const written = inside ? place.span : { start: offset, end: offset };
  const opened = inside && quote !== undefined;
  const here = lineOf(text, offset);
  // Of a text over several lines only the part on the cursor's line is replaced.
  const first = opened ? Math.min(offset, written.start + 1) : written.start;
  const start = Math.max(first, Math.min(offset, here.start + here.indent));
  const closed = opened && written.end > written.start + 1 && text.charAt(written.end - 1) === quote;
  const end = Math.max(
    offset,
    closed
      ? Math.min(written.end - 1, endOfLine(text, offset))
      : Math.min(written.end, endOfLine(text, offset)),
  );
  // A value right behind its colon or dash has no blank in front of it yet.
  const lead =
    /[:-]/.test(text.charAt(start - 1)) && place.role === 'value' && !opened && start === end ? ' ' : '';
  return {
    span: { start, end },
    typed: text.slice(start, offset),
    scalar: value => (opened ? insideQuotes(value, quote) : lead + scalarText(value, 'plain', flow)),
    indent: Math.max(0, start - here.start - here.indent + lead.length),
  };
}

/** Whether a text can be a key without quotes. */
export function keyText(text: string, flow: boolean): string {
  return isPlainSafe(text, flow) ? text : JSON.stringify(text);
}

function insideQuotes(text: string, quote: '"' | "'"): string {
  return quote === '"' ? text.replaceAll(/["\\]/g, String.raw`\$&`) : text.replaceAll("'", "''");
}

function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end += 1;
  return end;
}

function lineOf(text: string, offset: number): { readonly start: number; readonly indent: number } {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start -= 1;
  const indent = /^[ \t]*/.exec(text.slice(start, offset))?.[0].length ?? 0;
  return { start, indent };
}
