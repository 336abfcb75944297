import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { type Editor, type EditorOptions, PLAIN, startEditor } from '../support/editor.ts';
import { ROOT } from '../support/fixture.ts';

const FILES = {
  'impact-assessment.md':
    '---\nclausewright: impact-assessment/1\nsystem: x\nstatus: approved\nassessor: jane@example.org\napprover: sam@example.org\nassessed: 2026-06-01\nreview_by: 2026-11-23\n---\n# Impact assessment\n',
  'other/impact-assessment.md':
    '---\nclausewright: impact-assessment/1\nsystem: y\nstatus: approved\nassessor: jane@example.org\napprover: sam@example.org\nassessed: 2026-06-01\nreview_by: 2026-11-24\n---\n# Impact assessment\n',
};
const OPEN = 'impact-assessment.md';
const CLOSED = 'other/impact-assessment.md';

/** An editor with a server whose clock the test moves; today is 2026-11-22 at first. */
async function editorWithClock(
  options: EditorOptions = {},
): Promise<{ editor: Editor; moveTo(days: number): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'clausewright-clock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'days');
  const moveTo = (days: number): void => writeFileSync(file, String(days));
  moveTo(0);
  const clock = join(ROOT, 'test', 'support', 'moved-clock.cjs');
  const editor = await startEditor({
    files: FILES,
    ...options,
    options: { today: undefined },
    env: {
      NODE_OPTIONS: `--require ${JSON.stringify(clock)}`,
      CLAUSEWRIGHT_TEST_DAYS: file,
      SOURCE_DATE_EPOCH: '',
    },
  });
  return { editor, moveTo };
}

const isOverdue = (items: readonly Diagnostic[]): boolean =>
  items.some(each => each.code === 'assessment/review-overdue');

/** How often the server has asked the editor to fetch the findings of open documents again. */
const refreshes = ({ client }: Editor): number =>
  client.requests.filter(each => each.method === 'workspace/diagnostic/refresh').length;

test('a date that runs out at midnight is found without an edit, and a clock that goes back takes it back', async () => {
  const { editor, moveTo } = await editorWithClock();
  const { client } = editor;
  const uri = editor.open(OPEN);
  expect(isOverdue(await client.diagnostics(uri))).toBe(false);
  for (const [days, overdue] of [
    [1, false],
    [2, true],
    [1, false],
    [-400, false],
    [3, true],
  ] as const) {
    const before = refreshes(editor);
    moveTo(days);
    await client.until(`a refresh on day ${days}`, () => refreshes(editor) > before || undefined);
    expect(isOverdue(await client.diagnostics(uri)), `day ${days}`).toBe(overdue);
  }
});

test('documents that are not open run out too', async () => {
  const { editor, moveTo } = await editorWithClock();
  const { client } = editor;
  editor.open(OPEN);
  const reported = (path: string): Promise<boolean> =>
    client
      .request<{ items: { uri: string; items?: Diagnostic[] }[] }>('workspace/diagnostic', {
        previousResultIds: [],
      })
      .then(({ items }) => isOverdue(items.find(each => each.uri === editor.uri(path))?.items ?? []));
  await client.untilAnswer(
    'the files',
    () => reported(CLOSED),
    found => !found,
  );
  moveTo(3);
  await client.untilAnswer('the finding', () => reported(CLOSED), Boolean);
});

test('an editor that is told of findings is told of those of the new day', async () => {
  const { editor, moveTo } = await editorWithClock({ capabilities: PLAIN });
  const { client } = editor;
  const uri = editor.open(OPEN);
  const newest = (of: string): readonly Diagnostic[] | undefined =>
    client.notifications
      .map(each => each.params as { uri?: string; diagnostics?: Diagnostic[] } | undefined)
      .filter(each => each?.uri === of && each.diagnostics !== undefined)
      .at(-1)?.diagnostics;
  await client.until('findings', () => newest(uri));
  expect(isOverdue(newest(uri) ?? [])).toBe(false);
  moveTo(3);
  for (const each of [uri, editor.uri(CLOSED)])
    await client.until(`the finding in ${each}`, () => isOverdue(newest(each) ?? []) || undefined);
});
