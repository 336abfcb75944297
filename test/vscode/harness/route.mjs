// Which VS Code the tests run in: desktop VS Code where it can be downloaded and shown, else the offline stand-in.
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { fetchStableVersions } from '@vscode/test-electron/out/download.js';
import { ensureChromium } from '../offline/chromium.mjs';
import { ensureServer } from '../offline/setup.mjs';
import { codeOffline, repositoryRoot, vscodeTestFolder } from './paths.mjs';

/** How long to wait for the list of releases before taking the offline route, in milliseconds. */
const probeLimit = 4000;

/** Says why desktop VS Code cannot be used here; `undefined` when it can. */
async function desktopObstacle() {
  const display = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY;
  if (process.platform === 'linux' && !display) return 'there is no display';
  try {
    await fetchStableVersions(true, probeLimit);
    return undefined;
  } catch (error) {
    return `the list of VS Code releases cannot be read (${error.message})`;
  }
}

async function desktop() {
  const executable = await downloadAndUnzipVSCode({
    cachePath: vscodeTestFolder,
    extensionDevelopmentPath: repositoryRoot,
  });
  return { name: 'desktop VS Code', executable, cli: resolveCliArgsFromVSCodeExecutablePath(executable) };
}

function offline() {
  ensureServer();
  ensureChromium();
  return { name: 'VS Code server + browser workbench', executable: codeOffline, cli: [codeOffline] };
}

/**
 * Chooses and prepares a VS Code. `CLAUSEWRIGHT_VSCODE=desktop` or `=offline` decides; otherwise a quick probe does.
 * @returns {Promise<{ name: string, executable: string, cli: string[] }>} `cli` is the command that installs extensions
 */
export async function chooseRoute() {
  const wanted = process.env.CLAUSEWRIGHT_VSCODE;
  if (wanted === 'desktop') return desktop();
  if (wanted === 'offline') return offline();
  if (wanted) throw new Error(`CLAUSEWRIGHT_VSCODE is "${wanted}", expected "desktop" or "offline"`);
  const obstacle = await desktopObstacle();
  if (!obstacle) return desktop();
  console.log(`vscode tests: no desktop VS Code: ${obstacle}`);
  return offline();
}
