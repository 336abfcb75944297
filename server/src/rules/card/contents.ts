import { type CardContents, contentsOf } from '../../model/card/contents.ts';
import type { WorkspaceContext } from '../define.ts';

const NOTHING: CardContents = { results: [], datasets: [], contacts: [], licenses: [] };

/** What the checked card states as data, worked out once for all rules of a run. */
export function contentsIn({ document }: Pick<WorkspaceContext, 'document'>): CardContents {
  const { model } = document;
  return 'outline' in model ? contentsOf(model) : NOTHING;
}
