import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The Chromium of this machine: `CLAUSEWRIGHT_CHROMIUM`, or one on the PATH; undefined where there is none, and then
 * says why tests are skipped. test/vscode/offline/chromium.mjs installs one.
 */
export function chromiumHere(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '');
  const named = process.env['CLAUSEWRIGHT_CHROMIUM'];
  const found =
    named ??
    folders.flatMap(folder => COMMANDS.map(command => join(folder, command))).find(file => existsSync(file));
  if (found === undefined)
    process.stderr.write('skipped: no Chromium on the PATH; "npm run browser" installs one on Debian\n');
  return found;
}
