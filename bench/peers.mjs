// The servers and tools that we are measured against. They are installed on demand into a git-ignored folder and are
// no dependency of the product.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Folder of the peers. */
export const PEERS = join(here, '.peers');

const PACKAGES = {
  'yaml-language-server': '2.0.0',
  'vscode-json-languageserver': '1.3.4',
  'vscode-markdown-languageserver': '0.5.0',
  'markdown-it': '14.1.0',
  'markdownlint-cli2': '0.24.1',
  '@stoplight/spectral-cli': '6.16.3',
  'ajv-cli': '5.0.0',
};

/** Installs the peers at their pinned versions, unless they are there. */
export function installPeers() {
  mkdirSync(PEERS, { recursive: true });
  const manifest = join(PEERS, 'package.json');
  const wanted = JSON.stringify({ private: true, dependencies: PACKAGES });
  if (
    existsSync(join(PEERS, 'node_modules')) &&
    existsSync(manifest) &&
    readFileSync(manifest, 'utf8') === wanted
  )
    return;
  writeFileSync(manifest, wanted);
  console.log('Installing the peers …');
  const { status } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'],
    { cwd: PEERS, stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('the peers could not be installed');
}

/** Path of a file of a peer. */
export function peerFile(path) {
  return join(PEERS, 'node_modules', path);
}

/** The versions that are measured. */
export function peerVersions() {
  return Object.fromEntries(
    Object.keys(PACKAGES).map(name => [
      name,
      JSON.parse(readFileSync(peerFile(`${name}/package.json`), 'utf8')).version,
    ]),
  );
}
