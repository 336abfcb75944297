import { ownFileOf } from '../../../../server/src/catalog/own/read.ts';
import type { OwnFile, OwnProblem } from '../../../../server/src/catalog/own/types.ts';
import type { CatalogFileModel } from '../../../../server/src/model/catalog-file.ts';
import { readDocument } from '../../../../server/src/model/document.ts';
import { createBlockParser } from '../../../../server/src/syntax/markdown/blocks.ts';
import { Source } from '../../../../server/src/text/source.ts';
import type { Span } from '../../../../server/src/text/span.ts';
import { parseFixture } from '../../../support/fixture.ts';

const blocks = createBlockParser();

/** Reads a file that `catalogs:` names; `spans` are its marks. */
export function readOwn(
  path: string,
  marked: string,
): { file: OwnFile; model: CatalogFileModel; spans: readonly Span[]; text: string } {
  const fixture = parseFixture(marked, path);
  const text = fixture.files.get(path) ?? '';
  const document = readDocument(path, new Source(text), { blocks, kind: 'catalog', earlier: undefined });
  if (document?.model.kind !== 'catalog') throw new Error(`${path} is read as ${document?.kind}`);
  const { model } = document;
  return { file: model.derive(ownFileOf), model, spans: fixture.marks.get(path) ?? [], text };
}

/** The places of problems in the order of the text. */
export function spansIn(problems: readonly OwnProblem[]): Span[] {
  return problems.map(each => each.span).sort((a, b) => a.start - b.start);
}
