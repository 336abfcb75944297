import { readDocument } from '../../../../server/src/model/document.ts';
import type { MappingModel } from '../../../../server/src/model/mapping.ts';
import { createBlockParser } from '../../../../server/src/syntax/markdown/blocks.ts';
import { applyEdits } from '../../../../server/src/text/edits.ts';
import { Source, type TextChange } from '../../../../server/src/text/source.ts';

/** A text read as a control mapping. */
export function mappingIn(text: string): MappingModel {
  const options = { blocks: createBlockParser(), kind: 'control-mapping', earlier: undefined } as const;
  const model = readDocument('controls.yaml', new Source(text), options)?.model;
  if (model?.kind !== 'control-mapping') throw new Error('no control mapping');
  return model;
}

/** The text after edits; a scaffold that cannot write gives undefined. */
export function edited(text: string, edits: readonly TextChange[] | undefined): string | undefined {
  return edits === undefined ? undefined : applyEdits(text, edits);
}
