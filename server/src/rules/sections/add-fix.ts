import type { Concept } from '../../catalog/types.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import type { Fix } from '../../workspace/finding.ts';
import { addSections } from '../../workspace/scaffold/add-sections.ts';
import type { WorkspaceContext } from '../define.ts';

/** The fix that adds sections on some subjects, each at its conventional place. */
export function addFix(concepts: readonly Concept[], model: SectionedModel, context: WorkspaceContext): Fix {
  const [first] = concepts;
  const single = concepts.length === 1 && first !== undefined;
  return {
    title: single ? `Add the section "${first.title}"` : `Add all ${concepts.length} missing sections`,
    kind: 'scaffold',
    change: () => [addSections(context.document, model, concepts, context)],
  };
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
