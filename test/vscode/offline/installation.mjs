// What the offline installation consists of: pinned versions, the paths of its parts, and a check that they are there.
// Kept apart from setup.mjs so that starting an editor does not load the installer.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { offlineFolder } from '../harness/paths.mjs';

/** The npm package that carries Node for this machine; the server's native modules are built against its headers. */
const nodePackage = `node-${process.platform}-${process.arch}`;

/** The packages to install, pinned: another code-server carries another VS Code, which may render or behave otherwise. */
export const pinned = { 'code-server': '4.139.1', [nodePackage]: '24.21.0' };

const modules = path.join(offlineFolder, 'node_modules');

/** Paths of the installed parts. */
export const installed = {
  nodeHome: path.join(modules, nodePackage),
  node: path.join(modules, nodePackage, 'bin', 'node'),
  vscode: path.join(modules, 'code-server', 'lib', 'vscode'),
  serverMain: path.join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  stamp: path.join(offlineFolder, 'installed.json'),
};

/** Reads the version field of an installed package; `undefined` when the package is not there. */
export function installedVersion(name) {
  const file = path.join(modules, name, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}

/**
 * Says whether the installation is complete and is the pinned one. The stamp is written as the last step of the
 * set-up, so an interrupted installation counts as none.
 */
export function isInstalled() {
  if (!existsSync(installed.stamp) || !existsSync(installed.serverMain) || !existsSync(installed.node))
    return false;
  const stamp = JSON.parse(readFileSync(installed.stamp, 'utf8'));
  return Object.entries(pinned).every(
    ([name, version]) => stamp[name] === version && installedVersion(name) === version,
  );
}
