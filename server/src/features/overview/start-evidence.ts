import { createFile, editFile, type FileChange } from '../../workspace/change.ts';
import { folderOf, inFolder } from '../../workspace/paths.ts';
import {
  evidenceDocument,
  evidenceFileName,
  systemFactsOf,
} from '../../workspace/scaffold/evidence-document.ts';
import type { Session } from '../../workspace/session.ts';
import { linkEvidence } from './link-evidence.ts';

/** The changes that start a control's evidence, and the file that it stands in. */
export interface StartedEvidence {
  readonly changes: readonly FileChange[];
  readonly path: string;
}

/**
 * A document for a control, with what it asks for as guidance, and the link to it in the mapping's entry, which is
 * added where there is none. A document of that name that is there already is linked as it is. Undefined where the
 * mapping cannot take the link.
 */
export function startEvidence(
  session: Session,
  mapping: string,
  control: string,
): StartedEvidence | undefined {
  const document = session.document(mapping);
  const known = session.library.item(control);
  if (document?.model.kind !== 'control-mapping' || known === undefined) return undefined;
  const name = evidenceFileName(known.item);
  const own = folderOf(mapping);
  const near = [`docs/${name}`, `policies/${name}`, name].map(each => inFolder(own, each));
  const path = near.find(each => session.files.has(each)) ?? inFolder(own, `docs/${name}`);
  const { edits } = linkEvidence(session, mapping, [{ control, path, fragment: undefined }], 'planned');
  if (edits.length === 0) return undefined;
  const link = editFile(mapping, ...edits);
  if (session.files.has(path)) return { changes: [link], path };
  const text = evidenceDocument(known.catalog, known.item, systemFactsOf(document.model));
  return { changes: [createFile(path, text), link], path };
}
