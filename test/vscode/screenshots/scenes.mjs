// The scenes of which pictures are taken: what is open, and what is done before the picture.

/**
 * @typedef {object} Scene
 * @property {string} name of the picture's file
 * @property {string[]} files opened at the start, relative to the workspace; the last one is in front
 * @property {string} [workspace] the folder to open; none: examples/credit-scoring
 * @property {{ width?: number, height?: number, scale?: number }} [size] of the window, 1280 × 800 unless told
 * @property {Record<string, unknown>} [settings] user settings of this scene
 * @property {(editor: import('./editor-page.mjs').EditorPage, page: import('playwright-core').Page) => Promise<void>} play
 */

/** A window for pictures in a page that is read on any screen: large enough to read, without the side bar's width. */
const readable = { width: 1280, height: 860, scale: 1.5 };

/** @type {Scene[]} */
export const scenes = [
  {
    name: 'problems-and-hover',
    files: ['controls.yaml'],
    size: readable,
    settings: { 'editor.hover.above': false },
    async play(editor) {
      await editor.waitForSquiggle();
      await editor.problems();
      await editor.goTo(109, 5);
      await editor.hoverText('A.6.2.5');
    },
  },
  {
    name: 'quick-fix',
    files: ['controls.yaml'],
    size: readable,
    async play(editor) {
      await editor.goTo(114, 10);
      await editor.waitForSquiggle('error');
      await editor.quickFixes();
    },
  },
  {
    name: 'card-fixes',
    files: ['MODEL_CARD.md'],
    size: readable,
    async play(editor) {
      await editor.waitForSquiggle();
      await editor.command('Go to Next Problem in Files');
      await editor.press('Escape');
      await editor.quickFixes();
    },
  },
  {
    name: 'completion-by-title',
    files: ['controls.yaml'],
    size: readable,
    async play(editor, page) {
      await editor.goTo(183, 9);
      await editor.press('Shift+End');
      await page.keyboard.type('impact', { delay: 80 });
      await editor.waitFor('.suggest-widget.visible .monaco-list-row');
    },
  },
  {
    name: 'completion-of-headings',
    files: ['controls.yaml'],
    size: readable,
    async play(editor, page) {
      await editor.goTo(106, 9);
      await editor.waitForSquiggle('error'); // the server is there, and with it what opens the list
      await editor.press('Shift+End');
      await page.keyboard.type('docs/deployment.md#', { delay: 80 });
      await editor.waitFor('.suggest-widget.visible .monaco-list-row');
    },
  },
  {
    name: 'control-page',
    files: ['controls.yaml'],
    size: readable,
    async play(editor, page) {
      await editor.waitForSquiggle();
      await editor.press('F1');
      await editor.waitFor('.quick-input-widget .quick-input-box input');
      await page.fill('.quick-input-widget .quick-input-box input', '>Clausewright: Explain Control');
      await editor.press('Enter');
      await page.waitForSelector('.quick-input-list .monaco-list-row >> text=4.1');
      await page.fill('.quick-input-widget .quick-input-box input', 'event logs');
      await page.waitForSelector('.quick-input-list .monaco-list-row >> text=A.6.2.8');
      await editor.press('Enter');
      await page.waitForSelector('.tab.active >> text=A.6.2.8');
    },
  },
];
