// The browser that shows the workbench. Playwright's own download is not used: the distribution's Chromium is enough,
// comes from the mirrors that a CI machine has anyway, and is updated with the machine.
import { existsSync } from 'node:fs';
import { aptInstall, findCommand } from './apt.mjs';

const commands = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Finds Chromium or Chrome: `CLAUSEWRIGHT_CHROMIUM`, the PATH, the usual macOS places; `undefined` when there is none. */
export function findChromium() {
  const named = process.env.CLAUSEWRIGHT_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`CLAUSEWRIGHT_CHROMIUM names ${named}, which does not exist`);
    return named;
  }
  return findCommand(...commands) ?? macApplications.find(file => existsSync(file));
}

/** Finds Chromium, or installs Debian's and returns its path. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  aptInstall(['chromium', 'fonts-dejavu-core'], 'the browser that shows the VS Code workbench');
  const fresh = findChromium();
  if (!fresh) throw new Error('chromium was installed, but no chromium command is on the PATH');
  return fresh;
}
