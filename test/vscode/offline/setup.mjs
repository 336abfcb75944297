#!/usr/bin/env node
// Installs VS Code's server and workbench (npm package code-server) where desktop VS Code cannot be downloaded.
// `npm install code-server` alone fails there: its install scripts fetch prebuilt binaries from other hosts. So every
// install runs without scripts, and the two native modules that matter are compiled against the headers of the Node
// that will run them. About 800 MB and one minute; does nothing when the pinned versions are already in place.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { offlineFolder } from '../harness/paths.mjs';
import { aptInstall, findCommand } from './apt.mjs';
import { ensureChromium } from './chromium.mjs';
import { installed, installedVersion, isInstalled, pinned } from './installation.mjs';

const quietInstall = [
  'install',
  '--omit=dev',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

/** Runs npm with the installed Node first on the PATH; its output is shown only when it fails. */
function npm(folder, args) {
  const env = {
    ...process.env,
    PATH: `${path.dirname(installed.node)}${path.delimiter}${process.env.PATH ?? ''}`,
    npm_config_nodedir: installed.nodeHome, // node-gyp: take the headers from here instead of downloading them
  };
  // The npm that runs a script hands its own settings down (prefix, workspace …), which must not reach another folder.
  for (const name of ['npm_config_local_prefix', 'npm_config_prefix', 'NODE_OPTIONS']) delete env[name];
  const { status, stdout, stderr, error } = spawnSync('npm', args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status === 0) return;
  throw new Error(
    `npm ${args[0]} failed in ${folder} (${error?.message ?? status}):\n${stdout ?? ''}${stderr ?? ''}`.trimEnd(),
  );
}

/** What compiling a native module takes, by the command that shows that it is there. */
function ensureCompiler() {
  const packages = { 'g++': 'g++', make: 'make', python3: 'python3' };
  const missing = Object.keys(packages).filter(command => !findCommand(command));
  if (missing.length > 0)
    aptInstall(
      missing.map(command => packages[command]),
      'compiling two native modules',
    );
}

/** Compares what was installed with what was asked for, and with what the server says of itself. */
function crossCheck() {
  for (const [name, version] of Object.entries(pinned)) {
    const found = installedVersion(name);
    if (found !== version) throw new Error(`${name} is ${found}, expected ${version}`);
  }
  const say = (...args) =>
    spawnSync(installed.node, args, { encoding: 'utf8' }).stdout?.trim().split('\n')[0] ?? '';
  const nodeVersion = say('--version');
  const expectedNode = `v${installedVersion(path.basename(installed.nodeHome))}`;
  if (nodeVersion !== expectedNode)
    throw new Error(`the server's Node says ${nodeVersion}, expected ${expectedNode}`);
  const vscode = JSON.parse(readFileSync(path.join(installed.vscode, 'package.json'), 'utf8')).version;
  const served = say(installed.serverMain, '--version');
  if (served !== vscode) throw new Error(`the server says ${served}, its package says ${vscode}`);
  return { vscode, node: nodeVersion };
}

/** Installs the server and its Node when they are not there; returns at once, silently, when they are. */
export function ensureServer() {
  if (isInstalled()) return;
  if (process.platform === 'win32')
    throw new Error('the offline route needs Linux or macOS; use desktop VS Code on Windows');
  const started = Date.now();
  console.log(`setup: VS Code server into ${offlineFolder} (about 800 MB, once)`);
  mkdirSync(offlineFolder, { recursive: true });
  rmSync(installed.stamp, { force: true });
  writeFileSync(path.join(offlineFolder, 'package.json'), '{ "private": true }\n');
  console.log(
    `setup: installing ${Object.entries(pinned)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
  );
  npm(offlineFolder, [
    ...quietInstall,
    ...Object.entries(pinned).map(([name, version]) => `${name}@${version}`),
  ]);
  console.log("setup: installing the server's dependencies");
  npm(installed.vscode, quietInstall);
  ensureCompiler();
  console.log('setup: compiling @vscode/spdlog (log files, output channels) and @vscode/native-watchdog');
  npm(installed.vscode, ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog']);
  console.log("setup: installing the built-in extensions' dependencies");
  npm(path.join(installed.vscode, 'extensions'), quietInstall);
  const versions = crossCheck();
  writeFileSync(installed.stamp, `${JSON.stringify({ ...pinned, ...versions }, null, 2)}\n`);
  console.log(
    `setup: VS Code ${versions.vscode} on Node ${versions.node}, ready in ${Math.round((Date.now() - started) / 1000)} s`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    ensureServer();
    ensureChromium();
  } catch (error) {
    console.error(`setup: ${error.message}`);
    process.exitCode = 1;
  }
}
