// A real editor to drive and to look at: server, browser, a scratch copy of a workspace, and an end that comes for sure.
import path from 'node:path';
import { copyWorkspace, keepTemporaryFiles, removeScratch, scratchFolder } from '../harness/scratch.mjs';
import { openBrowser } from '../offline/browser.mjs';
import { startSession } from '../offline/session.mjs';
import { remoteUri, workbenchUrl } from '../offline/workbench.mjs';
import { EditorPage } from './editor-page.mjs';

/** The workbench is complete when its count of problems, one of the last parts to be drawn, is there. */
const ready = '.statusbar-item[id="status.problems"]';

/**
 * Opens a workspace in VS Code in the browser, hands it to a function, and closes it whatever happens.
 * @template T
 * @param {object} options
 * @param {string} options.workspace the folder to copy and open
 * @param {string} [options.extension] development folder of the extension, built
 * @param {string} [options.vsix] packaged extension to install instead
 * @param {string[]} [options.files] files to open, relative to the workspace; the last one is in front
 * @param {Record<string, unknown>} [options.settings] user settings beyond the quiet ones
 * @param {number} [options.width] in CSS pixels
 * @param {number} [options.height] in CSS pixels
 * @param {number} [options.scale] device pixels per CSS pixel
 * @param {number} [options.timeout] limit of the whole, in milliseconds
 * @param {boolean} [options.verbose] show the server's and the browser's own messages
 * @param {(page: import('playwright-core').Page, editor: EditorPage) => Promise<T>} use
 * @returns {Promise<T>} what `use` returned
 */
export async function withEditor(options, use) {
  const { workspace, files = [], timeout = 120_000, verbose = false } = options;
  const scratch = scratchFolder();
  keepTemporaryFiles(scratch);
  let server;
  let browser;
  let timer;
  const limit = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`the editor was not done within ${timeout / 1000} s`)), timeout);
  });
  const work = async () => {
    const folder = copyWorkspace(workspace, scratch);
    server = await startSession({ ...options, scratch });
    const opened = await openBrowser(options);
    browser = opened.browser;
    const { page } = opened;
    if (verbose) page.on('console', message => console.error(`[browser] ${message.text()}`));
    const payload = files.map(file => ['openFile', remoteUri(server.port, path.join(folder, file))]);
    await page.goto(workbenchUrl({ port: server.port, workspace: folder, payload }), {
      waitUntil: 'domcontentloaded',
    });
    await page.waitForSelector(ready);
    return await use(page, new EditorPage(page, folder));
  };
  try {
    return await Promise.race([work(), limit]);
  } finally {
    clearTimeout(timer);
    await browser?.close();
    server?.stop();
    removeScratch(scratch);
  }
}
