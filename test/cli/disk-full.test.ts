import { expect, test } from 'vitest';
import { folderWith } from './support/folder.ts';
import { stateOf, withoutSpace } from './support/limited.ts';
import { clausewright } from './support/program.ts';

/** More than fits into what is left. */
const LONG = '# A comment that takes space.\n'.repeat(2000);
const FILES = {
  'clausewright.yaml':
    'clausewright: config/1\nbaseline: base.json\nrules: { mapping/missing-controls: off }\n',
  'base.json': '',
  'controls.yaml': `clausewright: control-mapping/1
system: { id: x, owner: a@b.org }
controls:
  - id: A.6.2.4
    status: Implemented
    evidence: [MODEL_CARD.md#evaluation, gone.md]
${LONG}`,
  'MODEL_CARD.md': `---\nlicense: mit\n---\n# Card\n\n## Evaluation\n\n${'Measured on 400 cases.\n'.repeat(2000)}`,
  'report.json': 'the report of yesterday\n',
  'sub/.gitignore': `# what others ignore\n${'*.tmp\n'.repeat(3000)}caf\xe9\n`,
};

/** A folder with {@link FILES}, whose baseline knows what is found. */
function workspace(): string {
  const { 'base.json': _, 'sub/.gitignore': ignoring, ...files } = FILES;
  const folder = folderWith({ ...files, 'sub/.gitignore': Buffer.from(ignoring, 'latin1') });
  clausewright(['check', '--update-baseline'], { cwd: folder });
  return folder;
}

test.skipIf(process.platform === 'win32').each<[string, readonly string[]]>([
  ['a fix', ['fix']],
  ['a sign-off', ['review', 'MODEL_CARD.md#evaluation', '--by', 'sam@example.org']],
  ['a report over an old one', ['check', '--format', 'json', '--output', 'report.json']],
  ['a page', ['coverage', '--format', 'html', '--output', 'new.html']],
  ['a workbook', ['coverage', '--format', 'xlsx', '--output', 'new.xlsx']],
  ['a baseline', ['check', '--update-baseline']],
  ['a bundle', ['bundle', '--output', 'new.zip']],
  ['a new document', ['new', 'model-card', '--output', 'sub/MODEL_CARD.md']],
  ['a first configuration', ['init', 'sub']],
])('%s on a full disk: nothing is lost, nothing half-written is left, and it is said', (_, args) => {
  const cwd = workspace();
  const before = stateOf(cwd);
  const { code, err } = withoutSpace(0, args, cwd);
  expect(err).toMatch(/cannot write \S+: a file may not be that large here/);
  expect(err).not.toMatch(/\n\s+at /);
  expect(code).toBe(2);
  expect(stateOf(cwd)).toEqual(before);
});

test.skipIf(process.platform === 'win32')('a disk that fills up in the middle of a file', () => {
  const cwd = workspace();
  const before = stateOf(cwd);
  const { code, err } = withoutSpace(8, ['fix'], cwd);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('cannot write controls.yaml: ') });
  expect(stateOf(cwd)).toEqual(before);
  const ignoring = withoutSpace(8, ['init', 'sub'], cwd);
  expect(ignoring.err).toContain('git is not told to leave *.overlay.yaml alone (sub/.gitignore)');
  expect(ignoring.code).toBe(0);
  const after = stateOf(cwd);
  expect(after.get('sub/.gitignore')).toBe(before.get('sub/.gitignore'));
});

test('what init adds to a .gitignore leaves the rest as it was, whatever its bytes', () => {
  const cwd = workspace();
  expect(clausewright(['init', 'sub'], { cwd }).code).toBe(0);
  const before = FILES['sub/.gitignore'];
  expect(stateOf(cwd).get('sub/.gitignore')).toMatch(/^\d+ # what others ignore/);
  expect(stateOf(cwd).get('sub/.gitignore')?.slice(7)).toBe(
    `${before}# Licensed text that Clausewright shows on this machine only\n*.overlay.yaml\n`,
  );
});
