import type { ParsedDocument } from '../../model/document.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { lineBreakOf } from '../../text/eol.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Report } from '../../workspace/finding.ts';
import { isTemplateText } from './template.ts';

const WHY =
  'Front matter says what the document is about (ISO/IEC 42001 clause 7.5.2 asks for identification and description), and what cannot be read says nothing';

/** Front matter that is opened and never closed. */
export function unclosedFrontMatter(
  { form, frontMatter }: SectionedModel,
  document: ParsedDocument,
): Report | undefined {
  if (form !== 'markdown' || frontMatter?.state !== 'unclosed') return undefined;
  const { open, close } = frontMatter;
  const { text } = document.source;
  const lineBreak = lineBreakOf(text);
  const broken = close.start > 0 && !/[\r\n]/.test(text.charAt(close.start - 1));
  return {
    at: open,
    what: 'The front matter that begins here is never closed',
    why: WHY,
    next: 'Add a line with "---" behind its last key',
    fixes: [
      {
        title: 'Close the front matter',
        kind: 'safe',
        change: () => [
          editFile(document.path, {
            span: { start: close.start, end: close.start },
            text: `${broken ? lineBreak : ''}---${lineBreak}`,
          }),
        ],
      },
    ],
  };
}

/** A list or a lone text between the fences, where it can be read at all. */
export function withoutKeys(
  { form, frontMatter, yaml }: SectionedModel,
  document: ParsedDocument,
): Report | undefined {
  const first = yaml?.parts[0];
  if (form !== 'markdown' || frontMatter?.state !== 'closed' || yaml === undefined || first === undefined)
    return undefined;
  if (yaml.problems.length > 0 || yaml.shape === 'map' || yaml.shape === 'empty') return undefined;
  if (isTemplateText(document.source.slice(yaml.span))) return undefined;
  const { from, to } = first.unit.node;
  return {
    at: at(first.span.start, { from, to: Math.min(to, from + 60) }),
    what: yaml.shape === 'list' ? 'The front matter is a list' : 'The front matter holds text without keys',
    why: WHY,
    next: 'Write it as keys with values, such as "license: mit"',
  };
}
