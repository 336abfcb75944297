// The servers that are measured, all on one Node binary.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PEERS, peerFile } from './peers.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = process.execPath;
const schema = pathToFileURL(join(root, 'catalogs', 'schema', 'control-mapping.schema.json')).href;

/** Our server as it is shipped. */
export const OURS = {
  name: 'clausewright',
  command: [node, join(root, 'dist', 'server.cjs'), '--stdio'],
  pull: true,
  initializationOptions: {},
};

const YAML_SETTINGS = {
  validate: true,
  hover: true,
  completion: true,
  schemas: { [schema]: '*' },
  schemaStore: { enable: false },
};

export const YAML_SERVER = {
  name: 'yaml-language-server',
  command: [node, peerFile('yaml-language-server/bin/yaml-language-server'), '--stdio'],
  handlers: {
    'workspace/configuration': ({ items }) =>
      items.map(({ section }) => (section === 'yaml' ? YAML_SETTINGS : section === '[yaml]' ? {} : null)),
    'custom/schema/request': () => null,
    'vscode/content': () => '{}',
  },
};

export const JSON_SERVER = {
  name: 'vscode-json-languageserver',
  command: [node, peerFile('vscode-json-languageserver/bin/vscode-json-languageserver'), '--stdio'],
  initializationOptions: { provideFormatter: false },
};

const MARKDOWN_SETTINGS = {
  server: { log: 'off' },
  suggest: { paths: { enabled: true } },
  occurrencesHighlight: { enabled: true },
  validate: {
    enabled: true,
    referenceLinks: { enabled: 'warning' },
    fragmentLinks: { enabled: 'warning' },
    fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: 'hint' },
    duplicateLinkDefinitions: { enabled: 'warning' },
  },
};

/** The Markdown server asks its client to parse, as VS Code does: that time is part of what its user waits for. */
export function markdownServer(uri, text) {
  const require = createRequire(join(PEERS, 'package.json'));
  const MarkdownIt = require('markdown-it');
  const parser = new MarkdownIt({ html: true });
  const state = { text };
  return {
    name: 'vscode-markdown-languageserver',
    command: [node, peerFile('vscode-markdown-languageserver/dist/node/workerMain.js'), '--stdio'],
    state,
    pull: true,
    initializationOptions: { markdownFileExtensions: ['md'] },
    settings: { markdown: MARKDOWN_SETTINGS },
    handlers: {
      'markdown/parse': ({ text: given }) =>
        parser.parse(given ?? state.text, {}).map(({ type, markup, content, map, children }) => ({
          type,
          markup,
          content,
          map,
          children:
            children?.map(child => ({
              type: child.type,
              markup: child.markup,
              content: child.content,
              map: child.map,
            })) ?? null,
        })),
      'markdown/fs/readFile': () => [...new TextEncoder().encode(state.text)],
      'markdown/fs/readDirectory': () => [],
      'markdown/fs/stat': () => undefined,
      'markdown/fs/watcher/create': () => null,
      'markdown/fs/watcher/delete': () => null,
      'markdown/findMarkdownFilesInWorkspace': () => [uri],
    },
  };
}

/** Version of the build that is measured. */
export function ownVersion() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}
