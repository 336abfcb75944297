// A VS Code server for people and screenshots: a fresh profile, an extension in it, a workspace.
// Unlike a test run, nothing is "under development" here: the extension is found as an installed one is, so the window
// carries no "[Extension Development Host]" and its address stays short.
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { builtExtension } from '../harness/extension.mjs';
import { writeSettings } from '../harness/settings.mjs';
import { installExtension, startServer } from './server.mjs';
import { ensureServer } from './setup.mjs';

/** Puts a development folder where the server looks for extensions, under the name an installed one would have. */
function linkExtension(extensions, folder) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  symlinkSync(folder, path.join(extensions, `${publisher}.${name}-${version}`), 'dir');
}

/**
 * Starts a server in a fresh profile.
 * @param {object} options
 * @param {string} options.scratch the folder for the profile
 * @param {string} [options.extension] the development folder to load; must be built
 * @param {string} [options.vsix] the packaged extension to install instead
 * @param {Record<string, unknown>} [options.settings] user settings beyond the quiet ones
 * @param {string} [options.token] what a browser has to present
 * @param {boolean} [options.verbose] pass on what the server prints
 * @returns the running server, see {@link startServer}
 */
export async function startSession({ scratch, extension, vsix, settings, token, verbose = false }) {
  ensureServer();
  const profile = { userData: path.join(scratch, 'user'), extensions: path.join(scratch, 'extensions') };
  mkdirSync(profile.extensions, { recursive: true });
  writeSettings(profile.userData, settings);
  if (vsix) await installExtension(profile, vsix);
  else if (extension) linkExtension(profile.extensions, builtExtension(extension));
  return startServer({ profile, token, verbose });
}
