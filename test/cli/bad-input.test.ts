import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { folderWith, GAP, WHOLE } from './support/folder.ts';
import { reportOf } from './support/json.ts';
import { clausewright, program } from './support/program.ts';

/** Checks a folder with one strange file: no crash, valid JSON, at most so many findings in that file. */
function checkSurvives(path: string, content: string | Uint8Array, most = 1): ReturnType<typeof reportOf> {
  const run = clausewright(['check', '--format', 'json', '--fail-on', 'never'], {
    cwd: folderWith({ ...WHOLE, [path]: content }),
  });
  expect(run.code).toBe(0);
  const report = reportOf(run);
  expect(report.findings.filter(each => each.rule === 'internal')).toEqual([]);
  expect(report.findings.filter(each => each.path === path).length).toBeLessThanOrEqual(most);
  return report;
}

const BYTES = Uint8Array.from({ length: 4096 }, (_, index) => (index * 197) % 256);
const LATIN = new Uint8Array([
  ...new TextEncoder().encode('---\nlicense: mit\n---\n\n# Modell\n\nGr'),
  0xfc,
  ...new TextEncoder().encode('n.\n'),
]);

describe('strange files', () => {
  test.each<[string, string, string | Uint8Array]>([
    ['an empty mapping', 'other/controls.yaml', ''],
    ['an empty card', 'MODEL_CARD.md', ''],
    ['a binary card', 'MODEL_CARD.md', BYTES],
    ['a mapping of zeros', 'other/controls.yaml', new Uint8Array(1000)],
    ['half a mapping', 'other/controls.yaml', 'clausewright: control-mapping/1\ncontrols:\n  - id: "A.6'],
    ['tabs', 'other/controls.yaml', 'clausewright: control-mapping/1\ncontrols:\n\t- id: A.6.2.4\n'],
    ['open front matter', 'README.md', '---\nlicense: mit\npipeline_tag: text-classification\n'],
    ['CI', '.github/workflows/ci.yaml', 'on: push\njobs: { test: { runs-on: ubuntu-latest } }\n'],
    ['a package file', 'package.yaml', 'name: thing\nversion: 1\n'],
  ])('%s', (_, path, content) => {
    checkSurvives(path, content);
  });

  test('a README that is no card has nothing', () => {
    const report = checkSurvives('README.md', '# Project\n\nTODO: [More Information Needed]\n', 0);
    expect(report.summary.documents).toEqual({ config: 1, 'control-mapping': 1 });
  });

  test('text that is no UTF-8 is read as far as it goes', () => {
    const report = checkSurvives('MODEL_CARD.md', LATIN, 20);
    expect(report.summary.documents['model-card']).toBe(1);
  });

  test('what cannot be read is named', () => {
    const huge = new Uint8Array(17 * 1024 * 1024).fill(120);
    const cwd = folderWith({ ...WHOLE, 'MODEL_CARD.md': BYTES, 'docs/MODEL_CARD.md': huge });
    const { code, err } = clausewright(['check'], { cwd });
    expect(code).toBe(0);
    expect(err).toContain('MODEL_CARD.md was not read: it is no text\n');
    expect(err).toContain('docs/MODEL_CARD.md was not read: it is larger than');
  });

  test('a long document is done in time', () => {
    const entries = Array.from(
      { length: 4000 },
      (_, index) => `  - id: A.6.2.${(index % 7) + 2}\n    status: planned\n    notes: number ${index}\n`,
    );
    const text = `clausewright: control-mapping/1\nsystem: { id: x, owner: y }\ncontrols:\n${entries.join('')}`;
    const started = performance.now();
    checkSurvives('other/controls.yaml', text, 4000);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

test('a reader that stops early is no fault', () => {
  const files: Record<string, string> = {};
  for (let index = 0; index < 300; index += 1)
    files[`s${index}/controls.yaml`] = (GAP['controls.yaml'] ?? '').replace('scoring', `s${index}`);
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', '"$0" "$1" check --format json | head -c 10 >/dev/null; exit 0', process.execPath, program()],
    { cwd: folderWith(files), encoding: 'utf8', timeout: 60_000 },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
