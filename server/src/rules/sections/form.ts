import type { SectionedModel } from '../../model/sectioned.ts';
import { substanceOf } from '../../model/substance.ts';
import type { WorkspaceContext } from '../define.ts';
import { isToCopy } from './to-copy.ts';

/** A form has at least so many sections that wait for text. */
const FEWEST_UNFILLED = 5;
/** Somebody who wrote more sections than this has begun. */
const MOST_FILLED = 1;

/** How far the sections of a card are written. */
export interface Filled {
  readonly filled: number;
  readonly unfilled: number;
  /** Index in the outline of the first section that waits. */
  readonly first: number;
}

/** Whether a card is a template in which next to nothing was written: one gap, and not one for each section. */
export function isUnfilledForm(context: WorkspaceContext): boolean {
  const { model } = context.document;
  if (model.kind !== 'model-card' && model.kind !== 'dataset-card') return false;
  if (context.derive(isToCopy)) return false;
  const { filled, unfilled } = filledIn(model, MOST_FILLED);
  return unfilled >= FEWEST_UNFILLED && filled <= MOST_FILLED;
}

/**
 * Counts the sections that hold text of their own and those that hold none; one that only groups others is neither.
 * With `most`, counting ends as soon as more than that are filled, which spares a long document the rest.
 */
export function filledIn(model: SectionedModel, most = Number.POSITIVE_INFINITY): Filled {
  const sections = model.body?.sections ?? [];
  let filled = 0;
  let unfilled = 0;
  let first = -1;
  for (const [index, item] of model.outline.entries()) {
    if (filled > most) break;
    if (item.level === 0) continue;
    const own = substanceOf(sections, item.own);
    const next = model.outline[index + 1];
    const groups = next !== undefined && next.parent === index;
    if (own === 'text' && !LISTING.test(item.title)) filled += 1;
    else if (own !== 'text' && (own === 'placeholder' || !groups)) {
      unfilled += 1;
      if (first < 0) first = index;
    }
  }
  return { filled, unfilled, first };
}

/** Sections that every template fills by itself. */
const LISTING = /^(?:table of contents|contents|toc)$/i;
