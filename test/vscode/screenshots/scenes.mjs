// The scenes of which pictures are taken: what is open, and what is done before the picture.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { written } from '../../support/walk.ts';

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

/** The side bar beside a document. */
const wide = { width: 1280, height: 860, scale: 1.5 };

/** A folder with nothing but a model card. */
const cardOnly = path.join(import.meta.dirname, '..', 'workspaces', 'card-only');

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
  {
    name: 'view-coverage',
    files: ['controls.yaml'],
    size: wide,
    async play(editor, page) {
      await openView(editor, 'Coverage');
      await page.getByRole('treeitem', { name: /^A\.6 / }).click();
      await page.getByRole('treeitem', { name: /^A\.6\.2\.4 / }).focus();
      await editor.press('ArrowRight');
      await page.getByRole('treeitem', { name: /^A\.6\.2\.4 / }).hover();
    },
  },
  {
    name: 'view-roadmap',
    files: ['controls.yaml'],
    size: wide,
    async play(editor) {
      await openView(editor, 'Documents');
      await openView(editor, 'Roadmap');
    },
  },
  {
    name: 'view-welcome',
    files: ['train.py'],
    workspace: 'examples/credit-scoring/src',
    size: wide,
    async play(editor, page) {
      await openView(editor, 'Coverage', 'New Control Mapping');
      await page.mouse.move(900, 600);
    },
  },
  {
    name: 'coverage-filter',
    files: ['controls.yaml'],
    size: wide,
    async play(editor, page) {
      await openView(editor, 'Coverage');
      await editor.press('F1');
      await page.fill('.quick-input-widget .quick-input-box input', '>Clausewright: Filter Coverage');
      await editor.press('Enter');
      await page.waitForSelector('.quick-input-list .monaco-list-row >> text=documented');
    },
  },
  {
    name: 'coverage-overview',
    files: ['controls.yaml'],
    size: { width: 1400, height: 1000, scale: 1.5 },
    async play(editor, page) {
      await started(editor);
      await editor.command('Clausewright: Show Coverage Overview');
      await inPanel(page).getByRole('heading', { name: 'Controls', exact: true }).waitFor();
    },
  },
  {
    name: 'coverage-overview-controls',
    files: ['controls.yaml'],
    size: { width: 1400, height: 1000, scale: 1.5 },
    async play(editor, page) {
      await started(editor);
      await editor.command('Clausewright: Show Coverage Overview');
      await inPanel(page)
        .getByRole('button', { name: /documented/ })
        .click();
      await inPanel(page)
        .getByText(/ of \d+ controls and clauses/)
        .waitFor();
    },
  },
  {
    name: 'review-mode',
    files: ['controls.yaml'],
    size: { width: 1400, height: 900, scale: 1.5 },
    async play(editor, page) {
      await started(editor);
      changeSinceCommit(editor.folder);
      await editor.command('Clausewright: Compare with Revision');
      await page.waitForSelector('.quick-input-title >> text=Compare the evidence');
      await page.fill('.quick-input-widget .quick-input-box input', 'The last commit');
      await editor.press('Enter');
      await page.getByRole('treeitem', { name: /^Weakened controls/ }).waitFor();
      await editor.goTo(48, 1);
      await editor.waitFor('.statusbar-item[id*="clausewright.review"]');
    },
  },
  {
    name: 'review-revisions',
    files: ['controls.yaml'],
    size: readable,
    async play(editor, page) {
      await started(editor);
      changeSinceCommit(editor.folder);
      await editor.press('F1');
      await page.fill('.quick-input-widget .quick-input-box input', '>Clausewright: Compare with Revision');
      await editor.press('Enter');
      await page.waitForSelector('.quick-input-list .monaco-list-row >> text=The last commit');
    },
  },
  {
    name: 'review-comment',
    files: ['MODEL_CARD.md'],
    size: readable,
    settings: { 'clausewright.reviewer': 'helena.sorensen@fernhill.example' },
    async play(editor, page) {
      await started(editor);
      await editor.command('Go to Next Problem in Files');
      await editor.press('Escape');
      await editor.press('F1');
      await page.fill(
        '.quick-input-widget .quick-input-box input',
        '>Clausewright: Send Back with a Comment',
      );
      await editor.press('Enter');
      await page.waitForSelector('.quick-input-title >> text=Send back');
      await page.keyboard.type('Which quarter was held out?');
      await editor.press('Enter');
      await editor.waitFor('.monaco-editor .view-line >> text=clausewright-review');
      await page.click('.comment-range-glyph.comment-thread, .comment-thread-unresolved');
      await editor.waitFor('.review-widget .review-comment');
    },
  },
  {
    name: 'mapping-wizard',
    files: ['controls.yaml'],
    size: wide,
    async play(editor, page) {
      await started(editor);
      await editor.press('F1');
      await page.fill('.quick-input-widget .quick-input-box input', '>Clausewright: Fill Control Mapping');
      await editor.press('Enter');
      await page.waitForSelector('.quick-input-title >> text=Fill controls.yaml');
    },
  },
  {
    name: 'new-assessment-steps',
    files: ['MODEL_CARD.md'],
    workspace: cardOnly,
    size: readable,
    async play(editor, page) {
      await startAssessment(editor, page);
    },
  },
  {
    name: 'new-assessment',
    files: ['MODEL_CARD.md'],
    workspace: cardOnly,
    size: readable,
    async play(editor, page) {
      await finishAssessment(editor, page);
      await editor.problems();
    },
  },
  {
    name: 'assessment-empty-section',
    files: ['MODEL_CARD.md'],
    workspace: cardOnly,
    size: readable,
    async play(editor, page) {
      await finishAssessment(editor, page);
      await toSection(editor, '## Residual risk');
      await editor.quickFixes();
    },
  },
  {
    name: 'assessment-table',
    files: ['MODEL_CARD.md'],
    workspace: cardOnly,
    size: readable,
    async play(editor, page) {
      await finishAssessment(editor, page);
      await toSection(editor, '## Residual risk');
      await editor.quickFixes();
      await editor.press('Enter');
      await editor.waitFor('.monaco-editor .view-line >> text=Accepted by');
    },
  },
  {
    name: 'assessment-snippets',
    files: ['MODEL_CARD.md'],
    workspace: cardOnly,
    size: readable,
    async play(editor, page) {
      await finishAssessment(editor, page);
      await editor.press('Control+End');
      await page.keyboard.type('\n\nassessment-', { delay: 60 });
      await editor.press('Control+Space');
      await editor.waitFor('.suggest-widget.visible .monaco-list-row');
    },
  },
  {
    name: 'assessment-matrix',
    files: ['docs/impact-assessment.md'],
    size: readable,
    settings: { 'editor.hover.above': false },
    async play(editor) {
      await started(editor);
      await toSection(editor, '### Harms', 'docs/impact-assessment.md');
      await editor.hoverAtCursor();
    },
  },
  {
    name: 'assessment-done',
    files: ['MODEL_CARD.md'],
    workspace: cardOnly,
    size: readable,
    async play(editor, page) {
      await finishAssessment(editor, page);
      await editor.press('Control+S');
      await page.waitForSelector('.tab.active:not(.dirty)');
      const file = path.join(editor.folder, 'impact-assessment.md');
      const text = written(readFileSync(file, 'utf8'));
      writeFileSync(file, text);
      await editor.command('File: Revert File');
      await editor.goTo(text.split('\n').indexOf('### Harms') + 1);
      await editor.waitFor('.monaco-editor .view-line >> text=Residual likelihood');
      await editor.problems();
    },
  },
  ...['example', 'fix', 'write', 'coverage'].map(step => ({
    name: `walkthrough-${step}`,
    files: [],
    size: readable,
    async play(editor, page) {
      await editor.press('Control+B'); // a narrow page shows no pictures
      await openWalkthrough(editor, page);
      await page.click(`[data-step-id$="#start#${step}"]`);
      await page.waitForSelector(`[data-step-id$="#start#${step}"].expanded`);
      await page.waitForTimeout(1500); // the picture is drawn in a frame of its own
    },
  })),
  {
    name: 'semantic-colours',
    files: ['controls.yaml'],
    size: readable,
    async play(editor) {
      await started(editor);
      await editor.goTo(184, 1);
      await editor.waitFor('.view-line .mtks'); // the excluded control is struck through
    },
  },
  {
    name: 'snippets',
    files: ['MODEL_CARD.md'],
    size: readable,
    async play(editor, page) {
      await started(editor);
      await editor.press('Control+End');
      await page.keyboard.type('\n\nsection');
      await editor.press('Control+Space');
      await editor.waitFor('.suggest-widget.visible .monaco-list-row');
    },
  },
];

/** Answers the rest of the five questions, and waits for the new assessment and its findings. */
async function finishAssessment(editor, page) {
  await startAssessment(editor, page);
  await editor.press('ArrowDown', 'Enter');
  await step(page, 4);
  await page.keyboard.type('applicants, credit officers');
  await editor.press('Enter');
  await step(page, 5);
  await page.keyboard.type('Finland');
  await editor.press('Enter');
  await editor.waitFor('.tab[aria-label*="impact-assessment.md"]');
  await editor.waitForSquiggle();
}

/** Saves what is open and goes to a heading of the assessment. */
async function toSection(editor, heading, file = 'impact-assessment.md') {
  await editor.press('Control+S');
  await editor.page.waitForSelector('.tab.active:not(.dirty)');
  const lines = readFileSync(path.join(editor.folder, file), 'utf8').split('\n');
  await editor.goTo(lines.indexOf(heading) + 1, heading.indexOf(' ') + 2);
}

/** Makes a folder a repository with one commit, and changes what some of its controls lean on after that. */
function changeSinceCommit(folder) {
  const person = ['-c', 'user.name=Helena', '-c', 'user.email=helena@fernhill.example'];
  const git = (...args) =>
    execFileSync('git', args, { cwd: folder, env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git(...person, 'commit', '-q', '-m', 'The state of the quarterly review');
  const change = (file, from, to) => {
    const before = readFileSync(path.join(folder, file), 'utf8');
    writeFileSync(path.join(folder, file), before.replace(from, to));
  };
  change('controls.yaml', 'docs/resources.md#computing', 'docs/resources.md#computing-power');
  change(
    'controls.yaml',
    '      - https://intranet.fernhill.example/speak-up\n',
    '      - https://intranet.fernhill.example/speak-up\n      - docs/incident-response.md\n',
  );
  rmSync(path.join(folder, 'docs', 'logging.md'));
}

/** Opens the extension's walkthrough by the editor's own command. */
async function openWalkthrough(editor, page) {
  await editor.press('F1');
  const input = '.quick-input-widget .quick-input-box input';
  await editor.waitFor(input);
  await page.fill(input, '>Welcome: Open Walkthrough');
  await editor.waitFor('.quick-input-list .monaco-list-row');
  await editor.press('Enter');
  await page.waitForSelector('.quick-input-list .monaco-list-row >> text=Clausewright');
  await page.fill(input, 'Clausewright');
  await editor.press('Enter');
  await editor.waitFor('.getting-started-step');
}

/** Waits until the server knows the document. */
function started(editor) {
  return editor.waitFor('.statusbar-item[id="clausewright.clausewright.clausewright.document"]');
}

/** Opens a view by the command that VS Code makes for it, and waits for its first item or for a text in it. */
async function openView(editor, name, text) {
  await editor.command(`Clausewright: Focus on ${name} View`);
  const pane = `.pane:has(.pane-header[aria-label^="${name} Section"])`;
  await editor.waitFor(text === undefined ? `${pane} .monaco-list-row` : `${pane} >> text=${text}`);
}

/** The page inside a webview, which lies in a frame in a frame. */
function inPanel(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/** Waits for a question of several by its number. */
const step = (page, number) => page.waitForSelector(`.quick-input-title >> text=(${number}/5)`);

/** Runs the command with the keyboard alone, up to the third of its five questions. */
async function startAssessment(editor, page) {
  await editor.waitFor('.statusbar-item[id*="clausewright"]');
  await editor.press('F1'); // the first question follows at once, so that the picker never goes away
  const input = '.quick-input-widget .quick-input-box input';
  await editor.waitFor(input);
  await page.fill(input, '>Clausewright: New Impact Assessment…');
  await editor.waitFor('.quick-input-list .monaco-list-row');
  await editor.press('Enter');
  await step(page, 1);
  await editor.press('Enter');
  await step(page, 2);
  await editor.press('Enter');
  await step(page, 3);
}
