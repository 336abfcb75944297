import { CardContents } from '../../model/card/contents.ts';
import type { WorkspaceContext } from '../define.ts';

/** What the checked card states as data, worked out once for all rules of a run. */
export function contentsIn({ document }: Pick<WorkspaceContext, 'document'>): CardContents {
  const { model } = document;
  return new CardContents('outline' in model ? model : { body: undefined });
}
