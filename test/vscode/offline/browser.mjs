// Headless Chromium with a fresh profile, quiet without a network.
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';

/** Beyond Playwright's own switches, which already leave out the sandbox (it cannot start for root) and updates. */
const flags = ['--disable-gpu', '--disable-quic'];

/** Signals end this process first, and with it the browser: one place decides about the exit code. */
const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

/**
 * Starts Chromium, which Playwright ends with this process and whose profile it then removes.
 * @param {{ headed?: boolean, width?: number, height?: number, scale?: number }} [options] size in CSS pixels, and device
 *   pixels per CSS pixel
 */
export async function openBrowser({ headed = false, width = 1280, height = 800, scale = 1 } = {}) {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    headless: !headed,
    args: flags,
    ...signals,
  });
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
  return { browser, page };
}
