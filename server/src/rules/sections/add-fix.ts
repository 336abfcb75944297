import type { Concept } from '../../catalog/types.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import type { Fix } from '../../workspace/finding.ts';
import { addSections } from '../../workspace/scaffold/add-sections.ts';
import type { WorkspaceContext } from '../define.ts';

/**
 * The fix that adds sections on some subjects, each at its conventional place; none for a YAML document with a fault in
 * its syntax, where nobody can tell what a new key would end up in.
 */
export function addFix(
  concepts: readonly Concept[],
  model: SectionedModel,
  context: WorkspaceContext,
): readonly Fix[] {
  if (model.form === 'yaml' && (model.yaml?.problems.length ?? 0) > 0) return [];
  const [first] = concepts;
  const single = concepts.length === 1 && first !== undefined;
  const fix: Fix = {
    title: single ? `Add the section "${first.title}"` : `Add all ${concepts.length} missing sections`,
    kind: 'scaffold',
    change: () => [addSections(context.document, model, concepts, context)],
  };
  return [fix];
}

/** Up to two headings that authors use for a subject, beside its own title, as a sentence offers them. */
export function otherHeadings(concept: Concept): string {
  const stem = concept.title.toLowerCase().slice(0, 5);
  return (concept.synonyms['en'] ?? [])
    .filter(each => !each.includes(stem))
    .slice(0, 2)
    .map(each => `"${each.charAt(0).toUpperCase()}${each.slice(1)}"`)
    .join(' or ');
}
