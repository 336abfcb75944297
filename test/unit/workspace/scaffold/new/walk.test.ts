// The walk of docs/impact-assessment.md: a folder with nothing but a model card, the new assessment, and the snippets.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newDocument } from '../../../../../server/src/workspace/scaffold/new/new-document.ts';
import { changed } from '../../../../support/changes.ts';
import { checkerOf, ROOT, sessionOf } from '../../../../support/fixture.ts';
import { written } from '../../../../support/walk.ts';

const FOLDERS = [join('examples', 'credit-scoring'), join('test', 'vscode', 'workspaces', 'card-only')];
const ANSWERS = { affected: 'applicants, credit officers', where: 'Finland', modelType: 'predictive' };

function started(folder: string): { files: Map<string, string>; path: string; text: string } {
  const card = readFileSync(join(ROOT, folder, 'MODEL_CARD.md'), 'utf8');
  const files = new Map([['MODEL_CARD.md', card]]);
  const made = newDocument(sessionOf(files), { kind: 'impact-assessment', folder: '', answers: ANSWERS });
  if ('problem' in made) throw new Error(made.problem);
  return { files, path: made.path, text: made.text };
}

test.each(FOLDERS)(
  'from the card of %s to an assessment without an error, with what the editor offers',
  folder => {
    const { files, path, text } = started(folder);
    expect(text).toContain('system: credit-scoring # from MODEL_CARD.md: system');
    const checker = checkerOf(new Map([...files, [path, written(text)]]));
    const found = checker.findings(path).filter(each => !each.suppressed);
    const of = (severity: string): string[] =>
      found.filter(each => each.severity === severity).map(each => `${each.rule}: ${each.message}`);
    expect(of('error')).toEqual([]);
    expect(of('warning')).toEqual([]);
  },
);

test('the lightbulb puts tables and labels into empty sections, and what waits in them stays a finding', () => {
  const { files, path, text } = started(FOLDERS[1] ?? '');
  let now = new Map([...files, [path, text]]);
  const titles: string[] = [];
  for (let more = true; more && titles.length < 20; ) {
    const fix = checkerOf(now)
      .findings(path)
      .flatMap(each => each.fixes)
      .find(each => each.title.endsWith('holds, to be filled in'));
    more = fix !== undefined;
    if (fix === undefined) continue;
    titles.push(fix.title);
    now = changed(now, fix.change());
  }
  expect(titles).toContain('Add the table that "Residual risk" holds, to be filled in');
  expect(titles.length).toBeGreaterThan(4);
  const after = now.get(path) ?? '';
  expect(after).toContain('- **Included:** [TODO]\n- **Excluded:** [TODO]');
  expect(after).toMatch(/### Benefits\n\n<!--[\s\S]*?-->\n\n\| Benefit \| ID \|.*\n\|---.*\n\| \[TODO\] \|/);
  const found = checkerOf(now).findings(path);
  expect(found.filter(each => each.severity === 'error')).toEqual([]);
  expect(found.filter(each => each.rule === 'assessment/placeholder').length).toBe(titles.length);
});
