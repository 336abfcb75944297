// Prints the Chromium that tests use, after installing one where there is none.
import { ensureChromium } from './chromium.mjs';

console.log(`browser: ${ensureChromium()}`);
