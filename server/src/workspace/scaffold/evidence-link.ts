import { folderOf, relativePath } from '../paths.ts';

/** The text by which a document's evidence names a file, or a section of it, so that it is read back as such. */
export function evidenceLink(document: string, path: string, fragment: string | undefined): string {
  const relative = relativePath(folderOf(document), path)
    .replace(/%(?=[0-9a-f]{2})/gi, '%25')
    .replaceAll('#', '%23');
  const plain = /^(?:[a-z][a-z0-9+.-]*:|~\/)/i.test(relative) ? `./${relative}` : relative;
  return fragment === undefined ? plain : `${plain}#${fragment.replace(/%(?=[0-9a-f]{2})/gi, '%25')}`;
}
