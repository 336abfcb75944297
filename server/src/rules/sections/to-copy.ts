import type { ParsedDocument } from '../../model/document.ts';
import { isTemplate } from '../../model/recognise.ts';
import { titleText } from './head.ts';

/** So many names in braces are a form's, and no accident. */
const FEWEST_BRACES = 3;
const BRACES = /:\s{0,3}\{\{?\s?[a-z_][\w-]{0,40}\s?\}?\}|-\s\{[a-z_][\w-]{0,40}\}/gi;

/**
 * Whether a document is a form to copy, by its name, its title, or by front matter that holds names in braces instead of
 * values: what is unfilled there is meant to be.
 */
export function isToCopy({ document }: { readonly document: ParsedDocument }): boolean {
  const { model, path, source } = document;
  if (!('outline' in model)) return false;
  if (isTemplate(path, titleText(model))) return true;
  const front = model.frontMatter;
  if (front === undefined || front.state === 'none') return false;
  const text = source.text.slice(front.content.start, front.content.end);
  return (text.match(BRACES)?.length ?? 0) >= FEWEST_BRACES;
}
