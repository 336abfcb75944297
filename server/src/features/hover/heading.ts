import type { Concept } from '../../catalog/types.ts';
import { CardContents } from '../../model/card/contents.ts';
import type { StatedMetric } from '../../model/metrics.ts';
import type { OutlineItem } from '../../model/outline.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { substanceOf } from '../../model/substance.ts';
import { at, encloses, type Local, type Placed } from '../../text/span.ts';
import type { FeatureContext } from '../context.ts';
import { stateInWords } from '../control-state.ts';
import { blocks, escaped, listed } from '../markdown.ts';
import { itemLink } from './control.ts';
import { riskMatrixMarkdown } from './risk-matrix.ts';
import { substanceInWords } from './workspace.ts';

/** The heading of a card or assessment: what such a section is for, and the controls it can evidence. */
export function headingMarkdown(context: FeatureContext, item: OutlineItem): string | undefined {
  const { document, library, scope } = context;
  const { model } = document;
  if (
    model.kind !== 'model-card' &&
    model.kind !== 'dataset-card' &&
    model.kind !== 'impact-assessment' &&
    model.kind !== 'incident'
  )
    return undefined;
  const concepts = library.vocabulary(model.kind).recogniseAll(item.title, scope.headings);
  const body = model.body;
  const own =
    body === undefined ? '' : `This section ${substanceInWords(substanceOf(body.sections, item.extent))}.`;
  return concepts.length === 0
    ? undefined
    : blocks(
        // What the section says comes first, and once: it is below the fold of a hover otherwise.
        concepts.map(concept => riskMatrixMarkdown(context, concept.id)).find(each => each !== undefined),
        ...concepts.map(concept => conceptMarkdown(context, concept)),
        own,
        readIn(model, item),
        ...concepts.map(concept => riskMatrixMarkdown(context, concept.id)),
      );
}

/** More results than this are better read in the table. */
const MOST_RESULTS = 8;

/** What the product reads in a section as data: results, data sets, contacts and licences. */
function readIn(model: SectionedModel, { extent }: OutlineItem): string {
  const { results, datasets, contacts, licenses } = new CardContents(model);
  const here = <T extends Local>(all: readonly Placed<T>[]): T[] =>
    all.filter(each => encloses(extent, at(each.start, each.value))).map(each => each.value);
  const shown = here(results);
  const more = shown.length > MOST_RESULTS ? [`${shown.length - MOST_RESULTS} more results`] : [];
  return listed('Read here', [
    ...shown.slice(0, MOST_RESULTS).map(resultInWords),
    ...more,
    ...once(
      'Data',
      here(datasets).map(each => each.written),
    ),
    ...once(
      'Contact',
      here(contacts).map(each => each.value),
    ),
    ...once(
      'Licence',
      here(licenses).map(each => each.id),
    ),
  ]);
}

function resultInWords({ name, written, dataset, slice, interval }: StatedMetric): string {
  const of = [
    dataset === undefined ? '' : ` on ${dataset.text}`,
    slice === undefined ? '' : `, ${slice.text}`,
    interval === undefined ? ', without an interval' : '',
  ];
  return escaped(`${name.replace(/[*_`]/g, '')}: ${written.replace(/[*_`]/g, '')}${of.join('')}`);
}

function once(title: string, values: readonly string[]): string[] {
  const all = [...new Set(values)];
  return all.length === 0 ? [] : [escaped(`${title}: ${all.join(', ')}`)];
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
