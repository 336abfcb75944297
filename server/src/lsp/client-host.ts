import type { Connection } from 'vscode-languageserver';
import { Source } from '../text/source.ts';
import type { Host, ReadResult } from '../workspace/host.ts';
import { inFolder } from '../workspace/paths.ts';
import { SKIPPED_FOLDERS } from '../workspace/skipped.ts';
import type { Folder } from './platform.ts';
import type {
  ReadResult as ContentResult,
  FileContent,
  ListMethod,
  ListParams,
  ListResult,
  ReadMethod,
  ReadParams,
  StatMethod,
  StatParams,
  StatResult,
} from './protocol.ts';
import type { Locations } from './uris.ts';

const LIST: ListMethod = 'clausewright/fs/list';
const READ: ReadMethod = 'clausewright/fs/read';
const STAT: StatMethod = 'clausewright/fs/stat';
const MOST_BYTES = 16 * 1024 * 1024;
const BATCH = 512;

/** Workspace folders as the client reads them: in a browser, and where folders are not on this machine's disk. */
export function clientHost(connection: Connection, locations: Locations): Host {
  const list = async (uri: string, limit: number): Promise<readonly string[]> => {
    const params: ListParams = { folder: uri, skip: [...SKIPPED_FOLDERS], limit };
    const { files } = await connection.sendRequest<ListResult>(LIST, params);
    return files;
  };
  return {
    async *list(limit, cancelled) {
      let count = 0;
      for (const folder of locations.folders) {
        if (cancelled() || count >= limit) return;
        const files = await list(folder.uri, limit - count);
        count += files.length;
        yield* batches(files, folder);
      }
    },
    async read(paths) {
      const uris = paths.map(path => locations.uriOf(path) ?? '');
      const params: ReadParams = { uris, limit: MOST_BYTES };
      try {
        const { files } = await connection.sendRequest<ContentResult>(READ, params);
        return paths.map((_, index) => contentOf(files[index]));
      } catch {
        return paths.map(() => ({ kind: 'missing' })); // the client has lost the folder
      }
    },
    async find(paths, limit) {
      const named = paths.flatMap(path => {
        const uri = locations.uriOf(path);
        return uri === undefined ? [] : [{ path, uri }];
      });
      try {
        const params: StatParams = { uris: named.map(each => each.uri) };
        const { kinds } = await connection.sendRequest<StatResult>(STAT, params);
        const found: string[] = [];
        for (const [index, { path, uri }] of named.entries()) {
          if (found.length >= limit) break;
          if (kinds[index] === 'file') found.push(path);
          if (kinds[index] === 'folder')
            found.push(...(await list(uri, limit - found.length)).map(each => inFolder(path, each)));
        }
        return found.slice(0, limit);
      } catch {
        return []; // the client has lost the folder
      }
    },
  };
}

function* batches(files: readonly string[], { prefix }: Folder): Iterable<readonly string[]> {
  for (let from = 0; from < files.length; from += BATCH)
    yield files.slice(from, from + BATCH).map(path => inFolder(prefix, path));
}

function contentOf(content: FileContent | undefined): ReadResult {
  if (content === undefined || content.kind === 'missing') return { kind: 'missing' };
  if (content.kind === 'too-large') return { kind: 'unreadable', why: 'too-large' };
  if (content.text.includes('\0')) return { kind: 'unreadable', why: 'binary' };
  const source = new Source(content.text);
  return content.text.includes('\uFFFD') ? { kind: 'text', source, lossy: true } : { kind: 'text', source };
}
