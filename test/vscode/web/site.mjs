// A web site on this machine that is VS Code in the browser: the workbench's own files, the page that starts it, the
// extension under test, and the workspace's files for the file system of mount.ts.
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { quietSettings } from '../harness/settings.mjs';
import { installed } from '../offline/installation.mjs';

/** Where the tests are found; the extension's package says that a file ending in .js would be an ES module. */
const suitePath = '/extension/.web-suite.cjs';

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * Starts the site on a free loopback port.
 * @param {object} options
 * @param {string} options.extension folder of the extension under test
 * @param {string} options.mount bundle of the file system
 * @param {string} options.suite bundle of the tests
 * @param {{ name: string, folder: string, trusted: boolean }[]} options.windows
 * @returns {Promise<{ address: (window: object) => string }>} `address` gives a window's page
 */
export async function startSite({ extension, mount, suite, windows, verbose }) {
  const folders = { vscode: installed.vscode, extension };
  const start = workbench();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, first = '', ...rest] = pathname.split('/').map(decodeURIComponent);
    const send = (type, body) => response.writeHead(200, { 'content-type': type }).end(body);
    // The worker runs in a frame without an origin.
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cache-control', 'no-store');
    const window = windows[Number(rest[0] ?? '-1')];
    const port = server.address().port;
    if (first === 'window' && window) return send('text/html', page(port, rest[0], window));
    if (first === 'workspace' && window)
      return send('application/json', JSON.stringify(filesOf(window.folder)));
    // VS Code looks for the tests below the extension under development.
    if (pathname === suitePath) return sendFile(response, suite);
    if (first === 'mount' && rest[1] === 'package.json')
      return send('application/json', JSON.stringify(mountManifest));
    if (first === 'mount' && rest[1] === 'package.nls.json') return send('application/json', '{}');
    if (first === 'mount' && rest[1] === 'mount.js') return sendFile(response, mount);
    if (pathname === '/vscode/out/vs/code/browser/workbench/workbench.js')
      return send('text/javascript', start);
    const folder = Object.hasOwn(folders, first) ? folders[first] : undefined;
    const file = folder && path.join(folder, ...rest);
    if (file?.startsWith(`${folder}${path.sep}`)) return sendFile(response, file, verbose);
    response.writeHead(404).end();
  });
  await new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  return {
    address: window => `http://127.0.0.1:${server.address().port}/window/${windows.indexOf(window)}`,
  };
}

/**
 * What this build of VS Code has changed for a server that it always expects behind the page, and how VS Code's own
 * build for the web has it.
 */
const changes = [
  [/,remoteAuthority:location\.host\}/, '}'],
  [/(\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote\}/, '$1vscodeUserData}'],
];

/** The workbench's program, without those changes. */
function workbench() {
  const file = path.join(installed.vscode, 'out', 'vs', 'code', 'browser', 'workbench', 'workbench.js');
  return changes.reduce(
    (text, [from, to]) => {
      if (!from.test(text)) throw new Error(`${file} does not hold ${from}`);
      return text.replace(from, to);
    },
    readFileSync(file, 'utf8'),
  );
}

function sendFile(response, file, verbose) {
  try {
    if (!statSync(file).isFile()) throw new Error('no file');
  } catch {
    if (verbose) console.error(`[site] no ${file}`);
    return response.writeHead(404).end();
  }
  response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

/** All files of a folder by path, in base64. */
function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter(name => statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(
    files.map(name => [
      name.split(path.sep).join('/'),
      readFileSync(path.join(folder, name)).toString('base64'),
    ]),
  );
}

/** The extension that serves the files. It has to be there before the window asks for its folder. */
const mountManifest = {
  name: 'mount',
  publisher: 'clausewright-test',
  version: '0.0.1',
  engines: { vscode: '^1.91.0' },
  browser: './mount.js',
  activationEvents: ['onFileSystem:vscode-vfs', '*'],
  capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
};

/** The page of a window. */
function page(port, index, { name, trusted }) {
  const at = pathname => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path: pathname });
  const configuration = {
    folderUri: { scheme: 'vscode-vfs', authority: 'clausewright-test', path: `/${name}` },
    additionalBuiltinExtensions: [at(`/mount/${index}`)],
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [at('/extension')],
      extensionTestsPath: at(suitePath),
    },
    enableWorkspaceTrust: !trusted,
    // Without these, this build of VS Code stops.
    userDataPath: '/user',
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
    configurationDefaults: {
      ...quietSettings,
      ...(trusted
        ? {}
        : {
            'security.workspace.trust.enabled': true,
            'security.workspace.trust.startupPrompt': 'never',
            'security.workspace.trust.banner': 'never',
          }),
    },
    productConfiguration: { nameShort: 'web tests', extensionsGallery: undefined, telemetryOptIn: false },
  };
  const attribute = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const base = `http://127.0.0.1:${port}/vscode`;
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8" />
    <meta id="vscode-workbench-web-configuration" data-settings="${attribute}">
    <meta id="vscode-workbench-web-base-url" data-settings="${base}">
    <link rel="stylesheet" href="${base}/out/vs/code/browser/workbench/workbench.css">
  </head>
  <body aria-label=""></body>
  <script>globalThis._VSCODE_FILE_ROOT = '${base}/out/';</script>
  <script src="${base}/out/nls.messages.js"></script>
  <script type="module" src="${base}/out/vs/code/browser/workbench/workbench.js"></script>
</html>
`;
}
