import { expect, test } from 'vitest';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver';
import type {
  ListParams,
  ListResult,
  ReadParams,
  ReadResult,
  StatParams,
  StatResult,
} from '../../server/src/lsp/protocol.ts';
import { type Editor, startEditor } from '../support/editor.ts';

const FOLDER = 'vscode-vfs://github/team/repository';

/** An editor whose files only it can read, as in a browser. */
async function remoteEditor(files: Readonly<Record<string, string>>): Promise<Editor> {
  const below = (uri: string): string => decodeURIComponent(uri.slice(FOLDER.length + 1));
  const editor = await startEditor({
    folders: null,
    answers: {
      'clausewright/fs/list': (params): ListResult => {
        const { folder, skip } = params as ListParams;
        const prefix = folder === FOLDER ? '' : `${below(folder)}/`;
        const inside = Object.keys(files).filter(path => path.startsWith(prefix));
        const paths = inside.map(path => path.slice(prefix.length));
        return { files: paths.filter(path => !path.split('/').some(part => skip.includes(part))) };
      },
      'clausewright/fs/read': (params): ReadResult => ({
        files: (params as ReadParams).uris.map(uri => {
          const text = files[below(uri)];
          return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
        }),
      }),
      'clausewright/fs/stat': (params): StatResult => ({
        kinds: (params as StatParams).uris.map(uri => {
          const path = below(uri);
          if (path in files) return 'file';
          return Object.keys(files).some(each => each.startsWith(`${path}/`)) ? 'folder' : 'missing';
        }),
      }),
    },
  });
  editor.client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: FOLDER, name: 'repository' }], removed: [] },
  });
  return editor;
}

test('a workspace that only the client can read is checked like any other', async () => {
  const editor = await remoteEditor({
    'ä b/controls.yaml': `clausewright: control-mapping/1
system: { id: scoring, owner: risk-ml@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/evaluation.md#nowhere
      - ../build/report.txt
      - ../dist/
      - ../missing.md
`,
    'ä b/docs/evaluation.md': '# Evaluation\n\nThe model reaches an AUC of 0.81.\n',
    'build/report.txt': 'text',
    'dist/a.txt': 'text',
    'binary/MODEL_CARD.md': '---\nlicense: mit\n---\n\0',
  });
  const { items } = await editor.client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: [],
  });
  expect(items.map(each => decodeURIComponent(each.uri))).toEqual([`${FOLDER}/ä b/controls.yaml`]);
  const found = items.flatMap(each => (each.kind === 'full' ? each.items : []));
  const missing = found.filter(each => each.code === 'evidence/missing-file').map(each => each.message);
  expect(missing).toHaveLength(1);
  expect(missing[0]).toContain('../missing.md');
  expect(found.map(each => each.code)).toContain('evidence/missing-heading');
});

test('a client that cannot answer leaves the server running', async () => {
  const editor = await startEditor({
    folders: null,
    answers: {
      'clausewright/fs/list': () => {
        throw new Error('no such folder');
      },
    },
  });
  editor.client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: FOLDER, name: 'repository' }], removed: [] },
  });
  await editor.client.until('log', () => editor.client.log.some(each => each.includes('no such folder')));
  editor.client.open(`${FOLDER}/MODEL_CARD.md`, '---\nlicense: mit\npipeline_tag: x\n---\n# Card\n');
  const kind = await editor.client.request('clausewright/document', { uri: `${FOLDER}/MODEL_CARD.md` });
  expect(kind).toEqual({ kind: 'model-card' });
  await expect(editor.stop()).resolves.toBe(0);
});
