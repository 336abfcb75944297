import type { TextChange } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { type Quoting, scalarText } from './yaml-scalar.ts';

/** Another text in the place of a scalar, quoted as it was. */
export function replaceScalar(text: string, span: Span, value: string): TextChange {
  return { span, text: scalarText(value, quotingAt(text, span.start), true) };
}

function quotingAt(text: string, offset: number): Quoting {
  const first = text.charAt(offset);
  return first === "'" ? 'single' : first === '"' ? 'double' : 'plain';
}
