// Draws docs/images/icon.png (128 × 128, what the extension's page shows) from docs/images/icon.svg.
// Run by hand after the drawing has changed; needs Chromium.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../test/vscode/harness/paths.mjs';
import { openBrowser } from '../test/vscode/offline/browser.mjs';

const images = path.join(repositoryRoot, 'docs', 'images');
const svg = readFileSync(path.join(images, 'icon.svg'), 'utf8');
const { browser, page } = await openBrowser({ width: 128, height: 128 });
await page.setContent(`<body style="margin:0;background:transparent">${svg}</body>`);
await page.screenshot({ path: path.join(images, 'icon.png'), omitBackground: true });
await browser.close();
