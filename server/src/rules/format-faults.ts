import type { YamlNode } from '../syntax/yaml/nodes.ts';
import { at, type Local, type Span } from '../text/span.ts';
import { editFile } from '../workspace/change.ts';
import type { Fix, Report } from '../workspace/finding.ts';
import { replaceScalar } from '../workspace/scaffold/replace-scalar.ts';
import type { RuleContext } from './define.ts';
import { keyFaults } from './key-faults.ts';
import { type Validate, valueFaults } from './value-faults.ts';
import { quoted } from './wording.ts';

/** Something that a format does not allow; places are local to the unit that holds it. */
export interface FormatFault extends Local {
  readonly what: string;
  readonly next: string;
  /** The text that was meant, where that is plain. */
  readonly fix: FormatFix | undefined;
  /** What can be chosen instead, where nothing is plainly meant. */
  readonly choices?: readonly FormatFix[];
}

/** A text that takes the place of another; unless `verbatim`, it is quoted like the one before. */
export interface FormatFix extends Local {
  readonly title: string;
  readonly text: string;
  readonly verbatim: boolean;
}

/** Values that a validator refuses. */
export function valueFormatFaults(validate: Validate, node: YamlNode, numbersAsText = true): FormatFault[] {
  return valueFaults(validate, node, numbersAsText).map(({ from, to, what, next, meant, choices = [] }) => {
    const change = (text: string): FormatFix => ({
      from,
      to,
      title: `Change to ${text}`,
      text,
      verbatim: text === 'true' || text === 'false',
    });
    return meant === undefined
      ? { from, to, what, next, fix: undefined, choices: choices.map(change) }
      : { from, to, what, next, fix: change(meant) };
  });
}

/** Keys that are probably misspelt. */
export function keyFormatFaults(node: YamlNode, known: readonly string[]): FormatFault[] {
  return keyFaults(node, known).map(({ pair, written, meant }) => ({
    from: pair.key.from,
    to: pair.key.to,
    what: `${quoted(written)} is no key that is read here`,
    next: `Did you mean "${meant}"?`,
    fix: { from: pair.key.from, to: pair.key.to, title: `Change to ${meant}`, text: meant, verbatim: false },
  }));
}

/** A fault of the unit at `start` as a report of the checked document. */
export function formatReport(
  fault: FormatFault,
  start: number,
  why: string,
  context: RuleContext<Record<never, never>>,
): Report {
  const { fix, choices = [] } = fault;
  return {
    at: firstLine(context.document.source.text, at(start, fault)),
    what: fault.what,
    why,
    next: fault.next,
    fixes:
      fix === undefined
        ? choices.map(each => asFix(each, 'assist', start, context))
        : [asFix(fix, 'safe', start, context)],
  };
}

/** A value of several lines is shown at its first. */
function firstLine(text: string, { start, end }: Span): Span {
  const line = text.slice(start, end).search(/[\r\n]/);
  return line <= 0 ? { start, end } : { start, end: start + line };
}

function asFix(
  fix: FormatFix,
  kind: Fix['kind'],
  start: number,
  { document }: RuleContext<Record<never, never>>,
): Fix {
  const span = at(start, fix);
  return {
    title: fix.title,
    kind,
    change: () => [
      editFile(
        document.path,
        fix.verbatim ? { span, text: fix.text } : replaceScalar(document.source.text, span, fix.text),
      ),
    ],
  };
}
