import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/fixture.ts';

test('the pages that are made from the code are up to date', () => {
  const { status, stderr } = spawnSync(process.execPath, [join('scripts', 'docs.mjs'), '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
