import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './support/folder.ts';
import { clausewright } from './support/program.ts';

test('init writes a configuration that has no finding, with its comments taken away too', () => {
  const cwd = folderWith({});
  const { code, out } = clausewright(['init'], { cwd });
  expect({ code, out }).toEqual({ code: 0, out: 'clausewright.yaml\n' });
  const text = readFileSync(join(cwd, 'clausewright.yaml'), 'utf8');
  expect(text).toContain('clausewright: config/1');
  expect(clausewright(['check', '--fail-on', 'information'], { cwd }).out).toBe(
    'No findings in 1 document (1 configuration).\n',
  );
  const live = text.replace(/^# (?=\S+:| {2})/gm, '');
  const other = folderWith({ 'clausewright.yaml': live });
  expect(live).toContain('\nneeded:\n  iso-42001: documented\n');
  expect(clausewright(['check', '--fail-on', 'information'], { cwd: other })).toMatchObject({
    code: 0,
    err: '',
  });
});

test('init never overwrites', () => {
  const cwd = folderWith({ 'clausewright.yaml': 'root: true\n' });
  const { code, err } = clausewright(['init'], { cwd });
  expect(code).toBe(2);
  expect(err).toContain('clausewright.yaml is there already');
  expect(readFileSync(join(cwd, 'clausewright.yaml'), 'utf8')).toBe('root: true\n');
});
