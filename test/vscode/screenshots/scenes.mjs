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

/** @type {Scene[]} */
export const scenes = [
  {
    name: 'problems-and-hover',
    files: ['docs/model-card.md', 'controls.yaml'],
    async play(editor) {
      await editor.waitForSquiggle();
      await editor.problems();
      await editor.hoverText('A.6.2.4');
    },
  },
  {
    name: 'quick-fix',
    files: ['docs/model-card.md', 'controls.yaml'],
    async play(editor) {
      await editor.waitForSquiggle();
      await editor.command('Go to Next Problem in Files');
      await editor.press('Escape');
      await editor.quickFixes();
    },
  },
];
