// What a person does in the editor, by keyboard and mouse, and what they wait for.
import { writeFileSync } from 'node:fs';

/** How long the editor may take to show something, in milliseconds. */
const wait = 30_000;

/** The workbench in a page. Every step waits for its visible effect, so that scenes need no pauses. */
export class EditorPage {
  /**
   * @param {import('playwright-core').Page} page
   * @param {string} folder absolute path of the scratch workspace that is open
   */
  constructor(page, folder) {
    this.page = page;
    this.folder = folder;
  }

  /** Waits until something is to be seen, by CSS selector. */
  async waitFor(selector) {
    await this.page.waitForSelector(selector, { state: 'visible', timeout: wait });
  }

  /** Presses keys one after the other, in Playwright's words: `Control+Shift+M`. */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Writes into the picker at the top of the window and takes the first entry. */
  async pick(openKeys, text) {
    await this.press(openKeys);
    const input = '.quick-input-widget .quick-input-box input';
    await this.waitFor(input);
    await this.page.fill(input, text);
    await this.waitFor('.quick-input-list .monaco-list-row');
    await this.press('Enter');
    await this.page.waitForSelector('.quick-input-widget', { state: 'hidden', timeout: wait });
  }

  /** Runs a command by its title in the command palette, which may not know it yet while extensions are being read. */
  async command(title) {
    const row = `.quick-input-list .monaco-list-row[aria-label*="${title}"]`;
    await this.press('F1');
    const input = '.quick-input-widget .quick-input-box input';
    await this.waitFor(input);
    for (let tries = 0; tries < 30; tries++) {
      await this.page.fill(input, `>${title}`);
      const known = this.page.waitForSelector(row, { timeout: 1000 }).catch(() => undefined);
      if (await known) break;
      await this.page.fill(input, '>');
    }
    await this.waitFor(row);
    await this.press('Enter');
    await this.page.waitForSelector('.quick-input-widget', { state: 'hidden', timeout: wait });
  }

  /** Opens a file by its path from the workspace folder. */
  async open(file) {
    await this.pick('Control+P', file);
    await this.waitFor(`.tab.active[data-resource-name="${file.split('/').at(-1)}"]`);
  }

  /** Puts the cursor at a line and column, both counted from one, and brings them into view. */
  async goTo(line, column = 1) {
    await this.pick('Control+G', `:${line}:${column}`);
  }

  /** Waits for a squiggle of this severity in the editor: `error`, `warning`, `info` or `hint`. */
  async waitForSquiggle(severity = 'warning') {
    await this.waitFor(`.monaco-editor .squiggly-${severity}`);
  }

  /** Opens the Problems panel and waits for its rows. */
  async problems() {
    await this.press('Control+Shift+M');
    await this.waitFor('.markers-panel .monaco-list-row');
  }

  /** Shows the hover at the cursor, as the command does, and waits for its text. */
  async hoverAtCursor() {
    await this.command('Show or Focus Hover');
    await this.waitForHover();
  }

  /** Points the mouse at the first visible occurrence of a text in the editor and waits for the hover. */
  async hoverText(text) {
    const { x, y } = await this.placeOf(text);
    await this.page.mouse.move(x - 2, y);
    await this.page.mouse.move(x, y, { steps: 4 }); // a hover opens on a movement that comes to rest
    await this.waitForHover();
  }

  /** Where a text stands once it stays there: code lenses come late and move what is below them. */
  async placeOf(text) {
    for (let place = await this.page.evaluate(findText, text); ; ) {
      await this.page.waitForTimeout(1_500);
      const now = await this.page.evaluate(findText, text);
      if (now.x === place.x && now.y === place.y) return now;
      place = now;
    }
  }

  /** Waits until a hover shows text rather than "Loading…". */
  async waitForHover() {
    const contents = '.monaco-hover:not(.hidden) .hover-contents';
    await this.page.waitForFunction(
      selector =>
        [...document.querySelectorAll(selector)].some(part =>
          /\S/.test(part.textContent.replace('Loading...', '')),
        ),
      contents,
      { timeout: wait },
    );
  }

  /** Shows the quick fixes at the cursor and waits for the menu. */
  async quickFixes() {
    await this.press('Control+.');
    await this.waitFor('.action-widget .monaco-list-row');
  }

  /**
   * Writes what is to be seen into a PNG file, once it has come to rest: badges and counts appear some time after the
   * squiggles they count, so it is taken again until nothing has changed for one and a half seconds.
   */
  async shot(file) {
    const take = () => this.page.screenshot({ animations: 'disabled', caret: 'hide' });
    let picture = await take();
    for (let same = 0, tries = 0; same < 3 && tries < 30; tries++) {
      await this.page.waitForTimeout(500);
      const next = await take();
      same = next.equals(picture) ? same + 1 : 0;
      picture = next;
    }
    writeFileSync(file, picture);
  }
}

/** Runs in the page: the middle of a text that the editor shows. The editor draws spaces as no-break spaces. */
function findText(text) {
  const plain = part => part.replace(/\s/g, ' ');
  for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
    const start = plain(line.textContent).indexOf(plain(text));
    if (start < 0) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let at = 0;
    let begun = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent.length;
      if (!begun && start < at + length) {
        range.setStart(node, start - at);
        begun = true;
      }
      if (begun && start + text.length <= at + length) {
        range.setEnd(node, start + text.length - at);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      at += length;
    }
  }
  throw new Error(`the editor does not show "${text}"`);
}
