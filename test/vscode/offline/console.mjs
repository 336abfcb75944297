// What is printed in the extension host and the workbench's own log, shown on this process's output.
import { format } from 'node:util';

/** Lines that each start of the workbench prints and that say nothing about the extension under test. */
const noise = [
  'Ignoring fetching additional',
  'Updating additional builtin',
  'Creating a socket',
  'Creation of workbench',
  'Resolving connection token',
  'Resolved connection token',
  '[reconnection-grace-time]',
  '[AccountPolicyGate]',
  '[Service Worker]',
  '[AgentHost:remote]',
  'Canceled', // calls that were under way when the extension host ended
  'Timed out waiting for authentication provider',
  '[chat-stt]',
  'Found additional builtin',
  'Loading development extension',
  'No search provider registered',
  'Ignoring the error while validating',
  'Ignoring additional',
  '[lifecycle] Long running',
];

/**
 * Passes on `console.*` of the extension host, and with `verbose` also the browser's console.
 * Must be called before the page is opened.
 * @param {import('playwright-core').Page} page
 */
export async function connectConsole(page, verbose) {
  await page.exposeFunction('codeAutomationLog', (level, args) => {
    if (!verbose && noise.some(start => String(args[0]).startsWith(start))) return;
    (level === 'error' ? process.stderr : process.stdout).write(`${format(...args)}\n`);
  });
  if (verbose)
    page.on('console', message => process.stderr.write(`[browser ${message.type()}] ${message.text()}\n`));
}
