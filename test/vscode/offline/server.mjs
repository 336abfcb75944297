// Starts the VS Code server, and runs its command line.
import path from 'node:path';
import { killTree, spawnOwned } from '../harness/processes.mjs';
import { installed } from './installation.mjs';

/** How long the server may take to listen, in milliseconds; about one second is usual. */
const startLimit = 60_000;

/** The environment of the server: ours, without what a surrounding VS Code or Node wrapper would slip in. */
function environment() {
  const env = { EXTENSIONS_GALLERY: '{}', ...process.env };
  for (const name of Object.keys(env)) {
    if (name === 'NODE_OPTIONS' || name.startsWith('VSCODE_') || name.startsWith('ELECTRON_'))
      delete env[name];
  }
  return env;
}

function run(profile, args, stdio) {
  const folders = [
    '--user-data-dir',
    profile.userData,
    '--server-data-dir',
    profile.userData,
    '--extensions-dir',
    profile.extensions,
  ];
  const all = [
    installed.serverMain,
    ...folders,
    '--accept-server-license-terms',
    '--disable-telemetry',
    ...args,
  ];
  return spawnOwned(installed.node, all, { env: environment(), stdio });
}

/**
 * Installs a VSIX into a profile.
 * @param {{ userData: string, extensions: string }} profile
 * @throws with the server's own words when it refuses
 */
export async function installExtension(profile, vsix) {
  const child = run(
    profile,
    ['--install-extension', path.resolve(vsix), '--force'],
    ['ignore', 'pipe', 'pipe'],
  );
  let said = '';
  child.stdout.on('data', text => (said += text));
  child.stderr.on('data', text => (said += text));
  const code = await new Promise((done, fail) => child.once('error', fail).once('close', done));
  // The server reports some failures in words only.
  if (code !== 0 || /failed installing/i.test(said))
    throw new Error(`installing ${vsix} failed (${code}):\n${said.trimEnd()}`);
}

/**
 * Starts the server on a free loopback port.
 * @param {object} options
 * @param {{ userData: string, extensions: string }} options.profile
 * @param {string} [options.token] what a browser has to present; none: anyone on this machine may connect
 * @param {boolean} [options.testDriver] let the URL name extensions under development and tests, as VS Code's own tests do
 * @param {string[]} [options.proposedApi] ids of extensions that may use proposed API
 * @param {boolean} [options.verbose] pass on what the server prints
 * @returns {Promise<{ port: number, exited: Promise<number>, stop: () => void }>}
 */
export async function startServer({ profile, token, testDriver = false, proposedApi = [], verbose = false }) {
  const args = [
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--disable-workspace-trust',
    '--force-disable-user-env',
  ];
  args.push(...(token ? ['--connection-token', token] : ['--without-connection-token']));
  if (testDriver) args.push('--enable-smoke-test-driver');
  for (const id of proposedApi) args.push('--enable-proposed-api', id);
  const child = run(profile, args, ['ignore', 'pipe', 'pipe']);
  const exited = new Promise(done => child.once('exit', (code, signal) => done(code ?? signal)));
  let said = '';
  const port = await new Promise((done, fail) => {
    const timer = setTimeout(
      () => fail(new Error(`the server did not listen within ${startLimit} ms:\n${said}`)),
      startLimit,
    );
    child.once('error', fail);
    child.once('exit', code => fail(new Error(`the server ended (${code}) before it listened:\n${said}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', text => {
        if (verbose) process.stderr.write(text);
        if (said.length < 10_000) said += text;
        const listening = /listening on (\d+)/.exec(said);
        if (!listening) return;
        clearTimeout(timer);
        done(Number(listening[1]));
      });
    }
  });
  return { port, exited, stop: () => killTree(child) };
}
