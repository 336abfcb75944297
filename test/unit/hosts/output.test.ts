import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeWhole } from '../../../server/src/hosts/cli/output.ts';

/** A file in a folder of its own. */
function fileWith(text: string): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'clausewright-output-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'controls.yaml');
  writeFileSync(file, text);
  return { folder, file };
}

test('what another program writes while a file is being written is not lost', () => {
  const { folder, file } = fileWith('old\n');
  function* pieces(): Iterable<string> {
    yield 'ours\n';
    writeFileSync(file, 'theirs\n');
    yield 'more of ours\n';
  }
  const isStill = (): boolean => readFileSync(file, 'utf8') === 'old\n';
  expect(() => writeWhole(file, pieces(), 'controls.yaml', isStill)).toThrow(
    'controls.yaml was left as it is: somebody else has changed it meanwhile',
  );
  expect(readFileSync(file, 'utf8')).toBe('theirs\n');
  expect(readdirSync(folder)).toEqual(['controls.yaml']);
});

test('a fault in what is to be written leaves the file as it was', () => {
  const { folder, file } = fileWith('old\n');
  function* pieces(): Iterable<string> {
    yield 'a half\n';
    throw new RangeError('a fault of ours');
  }
  expect(() => writeWhole(file, pieces(), 'controls.yaml')).toThrow('a fault of ours');
  expect(readFileSync(file, 'utf8')).toBe('old\n');
  expect(readdirSync(folder)).toEqual(['controls.yaml']);
});
