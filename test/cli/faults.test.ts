import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './support/folder.ts';
import { clausewright } from './support/program.ts';

const FILES = {
  'controls.yaml':
    'clausewright: control-mapping/1\nsystem: { id: x, owner: a@b.org }\ncontrols:\n  - id: A.6.2.4\n    status: implemented\n    evidence: [gone.md]\n',
};

test.skipIf(!existsSync('/dev/full'))('a full disk is said, and no part of a report is left', () => {
  const cwd = folderWith(FILES);
  const full = clausewright(['check', '--format', 'json', '--output', '/dev/full'], { cwd });
  expect(full.code).toBe(2);
  expect(full.err).toMatch(/cannot write \/dev\/full: /);
  expect(full.err).not.toMatch(/\n\s+at /);
});

test.skipIf(process.platform === 'win32')(
  'a report that cannot be written leaves the old one as it was',
  () => {
    const cwd = folderWith({ ...FILES, 'out/report.json': 'old\n' });
    mkdirSync(join(cwd, 'file-there'));
    for (const target of ['file-there', 'no/such/folder/report.json', 'controls.yaml/report.json']) {
      const run = clausewright(['check', '--format', 'json', '--output', target], { cwd });
      expect(run.code, target).toBe(2);
      expect(run.err).toContain(`cannot write ${target}`);
    }
    if (process.getuid?.() === 0) return; // nothing is forbidden to the superuser
    chmodSync(join(cwd, 'out'), 0o555);
    expect(clausewright(['check', '--output', 'out/report.json'], { cwd }).code).toBe(2);
    expect(readFileSync(join(cwd, 'out/report.json'), 'utf8')).toBe('old\n');
  },
);

test.skipIf(process.platform === 'win32')(
  'nothing is read through a link that leads out of the folder',
  () => {
    const secret = folderWith({
      'secret/controls.yaml': FILES['controls.yaml'].replace('A.6.2.4', 'SECRET-TOKEN'),
    });
    const cwd = folderWith(FILES);
    symlinkSync(join(secret, 'secret'), join(cwd, 'linked'));
    symlinkSync(join(secret, 'secret/controls.yaml'), join(cwd, 'soa.yaml'));
    symlinkSync('/etc/passwd', join(cwd, 'gone.md'));
    writeFileSync(
      join(cwd, 'clausewright.yaml'),
      `catalogs: [${secret}/secret/controls.yaml, linked/controls.yaml]\n`,
    );
    const { out, err } = clausewright(['check', '--format', 'json'], { cwd });
    expect(out + err).not.toMatch(/SECRET-TOKEN|root:/);
    expect(out).toContain('gone.md');
  },
);
