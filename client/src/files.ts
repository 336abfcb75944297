import { type Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  FileContent,
  ListMethod,
  ListParams,
  ListResult,
  ReadMethod,
  ReadParams,
  ReadResult,
  StatMethod,
  StatParams,
  StatResult,
} from '../../server/src/lsp/protocol.ts';

const LIST: ListMethod = 'clausewright/fs/list';
const READ: ReadMethod = 'clausewright/fs/read';
const STAT: StatMethod = 'clausewright/fs/stat';

/**
 * Reads files for the server where it cannot do so itself: in a browser, and in folders that are not on this machine's
 * disk, such as a repository that is browsed without a clone.
 */
export function answerFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(LIST, list),
    client.onRequest(
      READ,
      async ({ uris, limit }: ReadParams): Promise<ReadResult> => ({
        files: await Promise.all(uris.map(uri => read(uri, limit))),
      }),
    ),
    client.onRequest(
      STAT,
      async ({ uris }: StatParams): Promise<StatResult> => ({ kinds: await Promise.all(uris.map(kindOf)) }),
    ),
  ];
}

/** Lists folder by folder, those of one depth at once. Links are not followed: they can lead out of the workspace. */
async function list({ folder, skip, limit }: ListParams): Promise<ListResult> {
  const root = Uri.parse(folder);
  const files: string[] = [];
  let level = [''];
  while (level.length > 0 && files.length < limit) {
    const entries = await Promise.all(level.map(path => entriesOf(root, path)));
    const below: string[] = [];
    for (const { path, type } of entries.flat()) {
      if (type === FileType.File) files.push(path);
      else if (type === FileType.Directory && !skip.includes(path.slice(path.lastIndexOf('/') + 1)))
        below.push(path);
    }
    level = below;
  }
  return { files: files.slice(0, limit) };
}

async function entriesOf(
  root: Uri,
  path: string,
): Promise<{ readonly path: string; readonly type: FileType }[]> {
  try {
    const entries = await workspace.fs.readDirectory(path === '' ? root : Uri.joinPath(root, path));
    return entries.map(([name, type]) => ({ path: path === '' ? name : `${path}/${name}`, type }));
  } catch {
    return []; // gone meanwhile, or not permitted
  }
}

async function read(uri: string, limit: number): Promise<FileContent> {
  try {
    const file = Uri.parse(uri);
    if ((await workspace.fs.stat(file)).size > limit) return { kind: 'too-large' };
    const bytes = await workspace.fs.readFile(file);
    return { kind: 'text', text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: 'missing' };
  }
}

async function kindOf(uri: string): Promise<StatResult['kinds'][number]> {
  try {
    const { type } = await workspace.fs.stat(Uri.parse(uri));
    if (type === FileType.File) return 'file';
    return type === FileType.Directory ? 'folder' : 'missing';
  } catch {
    return 'missing';
  }
}
