import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumHere } from '../support/chromium.ts';
import { ROOT } from '../support/fixture.ts';
import { folderWith } from './support/folder.ts';
import { HOSTILE } from './support/hostile.ts';
import { clausewright } from './support/program.ts';

const executablePath = chromiumHere();
/** Names the parts of a page whose content is wider than they are. */
const WIDER_THAN_PAGE = `[...document.querySelectorAll('main, .wide, .wide *')]
  .filter(each => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
  .map(each => each.tagName + '.' + each.className + ' ' + each.textContent.slice(0, 40))`;

/** The lowest contrast of text in a risk matrix with what it stands on, as WCAG 2 reckons it. */
const MATRIX_CONTRAST = `(() => {
  const light = ([...rgb]) => rgb.map(each => each / 255)
    .map(each => each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
    .reduce((sum, each, index) => sum + each * [0.2126, 0.7152, 0.0722][index], 0);
  const fill = each => light(getComputedStyle(each).fill.match(/\\d+/g).slice(0, 3).map(Number));
  return Math.min(...[...document.querySelectorAll('.matrix .ink')].map(ink => {
    const under = ink.parentElement.querySelector('rect');
    const [low, high] = [fill(ink), fill(under)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }));
})()`;

/** Where the screenshots go, to be looked at after a change of the report. */
const SHOTS = join(ROOT, 'dist-test', 'report');

function report(cwd: string): string {
  const { code, out } = clausewright(['coverage', '--format', 'html'], { cwd });
  expect(code).toBe(0);
  return out;
}

describe.skipIf(executablePath === undefined)('the HTML report in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--disable-gpu'],
    });
    mkdirSync(SHOTS, { recursive: true });
  }, 60_000);
  afterAll(() => browser?.close());

  /** A page with a report, and everything that went wrong or went out on it. */
  async function open(
    html: string,
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<{ page: Page; told: string[] }> {
    const told: string[] = [];
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme });
    page.on('console', message => told.push(message.text()));
    page.on('pageerror', error => told.push(error.message));
    page.on('dialog', dialog => told.push(`dialog ${dialog.message()}`));
    page.on('request', request => told.push(request.url()));
    const file = join(folderWith({ 'report.html': html }), 'report.html');
    const url = pathToFileURL(file).href;
    await page.goto(url);
    expect(told.shift()).toBe(url);
    return { page, told };
  }

  const visibleRows = (page: Page): Promise<number> => page.locator('tr[data-row]:visible').count();

  /** Waits until so many rows are left. */
  async function checkRows(page: Page, count: number): Promise<void> {
    await expect.poll(() => visibleRows(page)).toBe(count);
  }

  test('is searched and filtered, and asks nobody for anything', async () => {
    const { page, told } = await open(report(join(ROOT, 'examples', 'two-systems')));
    const all = await visibleRows(page);
    expect(all).toBeGreaterThan(150);
    expect(await page.locator('#shown').textContent()).toContain(`${all} controls`);

    await page.fill('#search', 'Verification and VALIDATION claims-triage');
    await checkRows(page, 1);
    expect(await page.locator('#shown').textContent()).toBe(`1 of ${all} controls and clauses`);
    await page.fill('#search', 'nothing has this text');
    await checkRows(page, 0);
    expect(await page.locator('[data-group]:visible').count()).toBe(0);
    await page.click('button[type=reset]');
    await checkRows(page, all);

    await page.selectOption('#framework', { label: 'NIST AI RMF 1.0' });
    await checkRows(page, 72);
    await page.selectOption('#system', 'claims-triage');
    await checkRows(page, 0);
    await page.click('button[type=reset]');
    await page.selectOption('#system', 'claims-triage');
    await page.selectOption('#strength', 'reviewed');
    await checkRows(page, 1);
    await page.click('button[type=reset]');
    await page.selectOption('#owner', { label: 'noor.haddad@harbour.example' });
    await page.selectOption('#standing', 'open');
    const shown = await visibleRows(page);
    await expect.poll(() => visibleRows(page)).toBeLessThan(all);
    expect(shown).toBeGreaterThan(0);
    expect(told).toEqual([]);
    await page.close();
  });

  test.each(['light', 'dark'] as const)(
    'follows the %s scheme until the button says otherwise',
    async scheme => {
      const { page, told } = await open(report(join(ROOT, 'examples', 'credit-scoring')), scheme);
      const back = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
      const own = await back();
      expect(own).toBe(scheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(20, 25, 28)');
      await page.screenshot({ path: join(SHOTS, `${scheme}.png`), fullPage: true });
      const button = page.locator('#theme');
      expect(await button.getAttribute('aria-pressed')).toBe(String(scheme === 'dark'));
      await button.click();
      expect(await back()).not.toBe(own);
      expect(await button.getAttribute('aria-pressed')).toBe(String(scheme === 'light'));
      await page.emulateMedia({ media: 'print' });
      expect(await back()).toBe('rgb(255, 255, 255)');
      expect(await page.locator('#filters').isVisible()).toBe(false);
      // As wide as A4 on its side has room for; nothing may lie beyond it.
      await page.setViewportSize({ width: 1030, height: 800 });
      expect(await page.evaluate(WIDER_THAN_PAGE)).toEqual([]);
      await page.screenshot({ path: join(SHOTS, `print-${scheme}.png`), fullPage: true });
      expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
      expect(told).toEqual([]);
      await page.close();
    },
  );

  test.each(['light', 'dark'] as const)('the risk matrix has the colours of the %s scheme', async scheme => {
    const { page, told } = await open(report(join(ROOT, 'examples', 'complete')), scheme);
    const paper = 'getComputedStyle(document.querySelector(".matrix .paper")).fill';
    const back = 'getComputedStyle(document.body).backgroundColor';
    expect(await page.evaluate(paper)).toBe(await page.evaluate(back));
    expect(await page.evaluate(MATRIX_CONTRAST)).toBeGreaterThan(4.5);
    await page.locator('#theme').click();
    expect(await page.evaluate(paper)).toBe(await page.evaluate(back));
    expect(await page.evaluate(MATRIX_CONTRAST)).toBeGreaterThan(4.5);
    expect(told).toEqual([]);
    await page.close();
  });

  test('can be used by keyboard and by a screen reader', async () => {
    const { page } = await open(report(join(ROOT, 'examples', 'credit-scoring')));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('controls');
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('table:not(:has(caption))').count()).toBe(0);
    expect(await page.locator('th:not([scope])').count()).toBe(0);
    expect(await page.locator('svg:not([aria-label]):not([aria-hidden]):not(:has(> title))').count()).toBe(0);
    for (const name of ['Search', 'Framework', 'System', 'Strength', 'Owner', 'Standing'])
      expect(await page.getByLabel(name, { exact: false }).first().isVisible()).toBe(true);
    await page.close();
  });

  test('runs nothing that a document brings, even where it gets into the page', async () => {
    const hostile = report(folderWith(HOSTILE));
    const { page, told } = await open(hostile);
    expect(await page.locator('img, script:not(body > script), [onmouseover], [onerror]').count()).toBe(0);
    expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0);
    expect(told).toEqual([]);
    await page.close();
    // The policy holds also where the escaping would not.
    const broken = hostile.replace(
      '<footer>',
      '<script>alert(1)</script><img src="https://example.org/x.png"><footer>',
    );
    const second = await open(broken);
    expect(second.told.some(each => each.startsWith('dialog'))).toBe(false);
    expect(second.told.filter(each => each.includes('Content Security Policy'))).not.toEqual([]);
    await second.page.close();
  });

  test('stays quick with 10,000 controls', async () => {
    const controls = Array.from({ length: 500 }, (_, index) => `B-${index + 1}`);
    const files: Record<string, string> = {
      'clausewright.yaml': 'clausewright: config/1\nframework: big\ncatalogs: [big.yaml]\n',
      'big.yaml': `id: big\ntitle: Big\nedition: "1"\nitems:\n${controls.map(id => `  - { id: ${id}, title: Control ${id} about something, summary: Do something. }\n`).join('')}`,
    };
    for (let system = 0; system < 20; system += 1)
      files[`s${system}/controls.yaml`] =
        `clausewright: control-mapping/1\nsystem: { id: s${system}, owner: a@example.org }\ncontrols:\n${controls.map(id => `  - { id: ${id}, status: implemented, evidence: 'https://example.org/${id}' }\n`).join('')}`;
    const started = performance.now();
    const { page } = await open(report(folderWith(files)));
    expect(performance.now() - started).toBeLessThan(30_000);
    const searched = performance.now();
    await page.fill('#search', 's7 B-499');
    await expect
      .poll(() => page.locator('#shown').textContent(), { timeout: 10_000 })
      .toBe('1 of 10000 controls and clauses');
    expect(performance.now() - searched).toBeLessThan(5_000);
    await page.click('button[type=reset]');
    await expect.poll(() => page.locator('#shown').textContent()).toBe('10000 controls and clauses');
    // Only what is in view is laid out; all of it goes to paper.
    const skipped = `[...document.querySelectorAll('[data-group]')].filter(each => !each.querySelector('tr[data-row]').checkVisibility({ contentVisibilityAuto: true })).length`;
    expect(await page.evaluate(skipped)).toBeGreaterThan(10);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(skipped)).toBe(0);
    await page.close();
  });

  test('shows everything without its script', async () => {
    const html = report(join(ROOT, 'examples', 'credit-scoring'));
    const page = await browser.newPage({ javaScriptEnabled: false });
    const file = join(SHOTS, 'plain.html');
    writeFileSync(file, html);
    await page.goto(pathToFileURL(file).href);
    expect(await visibleRows(page)).toBe(38);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    await page.close();
  });
});

test('the report is one file without addresses of scripts, styles or fonts', () => {
  const html = report(join(ROOT, 'examples', 'credit-scoring'));
  expect(html).not.toMatch(/<(?:link|iframe|img)\b|\bsrc=|@import|url\(/);
  expect(html).toMatch(/script-src &#39;sha256-[\w+/]{43}=&#39;/);
  expect(html).not.toContain('unsafe-inline');
  expect(html).not.toMatch(/ style=| on\w+="/);
});
