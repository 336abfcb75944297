import type { Concept } from '../../catalog/types.ts';
import type { OutlineItem } from '../../model/outline.ts';
import { substanceOf } from '../../model/substance.ts';
import type { FeatureContext } from '../context.ts';
import { stateInWords } from '../control-state.ts';
import { blocks, escaped, listed } from '../markdown.ts';
import { itemLink } from './control.ts';
import { substanceInWords } from './workspace.ts';

/** The heading of a card or assessment: what such a section is for, and the controls it can evidence. */
export function headingMarkdown(context: FeatureContext, item: OutlineItem): string | undefined {
  const { document, library, scope } = context;
  const { model } = document;
  if (model.kind !== 'model-card' && model.kind !== 'dataset-card' && model.kind !== 'impact-assessment')
    return undefined;
  const concepts = library.vocabulary(model.kind).recogniseAll(item.title, scope.headings);
  const body = model.body;
  const own =
    body === undefined ? '' : `This section ${substanceInWords(substanceOf(body.sections, item.extent))}.`;
  return concepts.length === 0
    ? undefined
    : blocks(...concepts.map(concept => conceptMarkdown(context, concept)), own);
}

/** A concept of a vocabulary with the controls that its sections support and how each stands. */
export function conceptMarkdown(context: FeatureContext, concept: Concept): string {
  const { library } = context;
  const controls = concept.controls.map(id => {
    const known = library.item(id);
    return known === undefined ? escaped(id) : `${itemLink(library, id)}: ${stateInWords(context, known)}`;
  });
  const expected = { always: 'expected', recommended: 'recommended', optional: 'optional' }[concept.expected];
  return blocks(
    `**${escaped(concept.title)}** *section, ${expected}*`,
    escaped(concept.summary),
    listed('Questions it answers', concept.guidance.map(escaped)),
    listed('Controls it can evidence', controls),
  );
}
