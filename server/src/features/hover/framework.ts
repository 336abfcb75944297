import type { FeatureContext } from '../context.ts';
import { blocks, code, escaped } from '../markdown.ts';

/** A framework by its id: what it is, which edition, and what must be said of it. */
export function frameworkMarkdown(
  { library }: Pick<FeatureContext, 'library'>,
  id: string,
): string | undefined {
  const head = library.heads.find(each => each.id === id);
  if (head === undefined) return undefined;
  const others = (head.otherEditions ?? []).map(each => `- ${escaped(each.edition)}: ${escaped(each.note)}`);
  return blocks(
    `**${escaped(head.name)}** ${escaped(head.title)}`,
    `*${code(head.id)} · edition ${escaped(head.edition)} · evidence needed: ${head.needed}${head.exclusions === false ? ' · no exclusions' : ''}*`,
    others.join('\n'),
    head.disclaimer === undefined ? undefined : `*${escaped(head.disclaimer)}*`,
  );
}
