import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { folderWith, WHOLE } from './support/folder.ts';
import { clausewright } from './support/program.ts';

/** A workspace with text, binary and absent evidence. */
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  ...WHOLE,
  'controls.yaml': `clausewright: control-mapping/1
system: { id: scoring }
controls:
  - id: A.6.2.4
    status: implemented
    evidence: [docs/evaluation.md, scan.pdf, https://example.org/r, RISK-1, docs/none.md, ../up.md]
  - id: A.6.2.5
    status: implemented
    evidence: ["docs/*.md", docs/]
`,
  'scan.pdf': Uint8Array.from([37, 80, 68, 70, 0, 255]),
  'unrelated.md': '# Nobody points here\n',
};

function bundled(): { cwd: string; file: string; said: string } {
  const cwd = folderWith(FILES);
  const { code, out, err } = clausewright(['bundle', '--output', 'b.zip'], { cwd });
  expect([code, err]).toEqual([0, '']);
  return { cwd, file: join(cwd, 'b.zip'), said: out };
}

/** Verifies an archive with these files in place of a bundle's own. */
function checkVerify(change: (files: Zippable) => Zippable, code: number, ...says: string[]): void {
  const { cwd, file } = bundled();
  writeFileSync(file, zipSync(change(unzipSync(readFileSync(file)))));
  checkSays(cwd, code, ...says);
}

function checkSays(cwd: string, code: number, ...says: string[]): void {
  const run = clausewright(['bundle', 'verify', 'b.zip'], { cwd });
  expect({ code: run.code, told: run.out + run.err }).toEqual({ code, told: expect.any(String) });
  for (const each of says) expect(run.out + run.err).toContain(each);
}

describe('a bundle', () => {
  test('holds mappings, evidence of any kind, coverage and a manifest', () => {
    const { file, said } = bundled();
    const files = unzipSync(readFileSync(file));
    expect(Object.keys(files)).toEqual([
      'manifest.json',
      'coverage.json',
      'files/controls.yaml',
      'files/docs/evaluation.md',
      'files/scan.pdf',
    ]);
    expect(files['files/scan.pdf']).toEqual(FILES['scan.pdf']);
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
    expect(manifest.files.find((each: { path: string }) => each.path === 'files/docs/evaluation.md')).toEqual(
      {
        path: 'files/docs/evaluation.md',
        bytes: expect.any(Number),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        controls: ['iso-42001:A.6.2.4', 'iso-42001:A.6.2.5'],
      },
    );
    expect(manifest.absent.map((each: { target: string }) => each.target)).toEqual([
      'https://example.org/r',
      'RISK-1',
      'docs/none.md',
      '../up.md',
    ]);
    expect(said).toMatch(/manifest\.json sha256 [0-9a-f]{64}/);
  });

  test('is the same, byte for byte, in any time zone and on any day', () => {
    const { cwd, file } = bundled();
    copyFileSync(file, join(cwd, 'first.zip'));
    clausewright(['bundle', '--output', 'b.zip'], { cwd, env: { TZ: 'Pacific/Kiritimati' } });
    expect(readFileSync(file).equals(readFileSync(join(cwd, 'first.zip')))).toBe(true);
  });

  test('keeps catalogs and overlays out', () => {
    const cwd = folderWith({
      'clausewright.yaml': 'clausewright: config/1\ncatalogs: [iso.overlay.yaml]\n',
      'iso.overlay.yaml':
        'clausewright: overlay/1\nframework: iso-42001\nitems:\n  - { id: A.6.2.4, text: The words with a zebra. }\n',
      'controls.yaml':
        'clausewright: control-mapping/1\nsystem: { id: s }\ncontrols:\n  - { id: A.6.2.4, status: planned, evidence: [iso.overlay.yaml] }\n',
    });
    expect(clausewright(['bundle', '--output', 'b.zip'], { cwd }).code).toBe(0);
    expect(Object.keys(unzipSync(readFileSync(join(cwd, 'b.zip'))))).not.toContain('files/iso.overlay.yaml');
  });

  test('is not made of nothing', () => {
    const { code, err } = clausewright(['bundle'], { cwd: folderWith({ 'README.md': '# Nothing\n' }) });
    expect(code).toBe(2);
    expect(err).toContain('nothing to pack');
  });
});

describe('bundle verify', () => {
  test('finds nothing in a bundle as it was made', () => {
    const { cwd } = bundled();
    checkSays(cwd, 0, 'all 4 files are as the manifest says');
  });

  test('names what is missing, changed and extra', () => {
    checkVerify(({ 'files/scan.pdf': _, ...rest }) => rest, 1, 'missing  files/scan.pdf', '1 missing');
    checkVerify(files => ({ ...files, 'coverage.json': strToU8('{}') }), 1, 'changed  coverage.json');
    checkVerify(files => ({ ...files, 'files/new.md': strToU8('x') }), 1, 'extra    files/new.md');
  });

  test.each([
    ['../up.md', 'outside'],
    ['files/../../up.md', 'outside'],
    ['/etc/passwd', 'outside'],
    ['C:/windows', 'outside'],
    ['files\\..\\up', 'outside'],
  ])('refuses the name %s', (name, says) => {
    checkVerify(files => ({ ...files, [name]: strToU8('x') }), 2, says);
  });

  test('refuses symbolic links', () => {
    const link: Zippable = { 'files/link': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] };
    checkVerify(files => ({ ...files, ...link }), 2, 'symbolic link');
  });

  test('refuses what is no bundle', () => {
    checkVerify(({ 'manifest.json': _, ...rest }) => rest, 2, 'manifest.json');
    checkVerify(files => ({ ...files, 'manifest.json': strToU8('[]') }), 2, 'manifest.json');
    const cwd = folderWith({ 'b.zip': 'no archive' });
    checkSays(cwd, 2, 'no ZIP archive');
    expect(clausewright(['bundle', 'verify', 'none.zip'], { cwd }).err).toContain('does not exist');
  });

  test('refuses a file that unpacks to more than it says, and files that share their bytes', () => {
    const { cwd, file } = bundled();
    const bomb = Buffer.from(
      zipSync({ ...unzipSync(readFileSync(file)), 'files/zeros': [new Uint8Array(5_000_000), { level: 9 }] }),
    );
    const central = bomb.lastIndexOf(Buffer.from('files/zeros')) - 46;
    expect(bomb.readUInt32LE(central)).toBe(0x02014b50);
    bomb.writeUInt32LE(10, central + 24);
    writeFileSync(file, bomb);
    // Not in the manifest, so it is not even unpacked.
    checkSays(cwd, 1, 'extra    files/zeros');
    const archive = readFileSync(bundled().file);
    const first = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const second = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), first + 4);
    archive.writeUInt32LE(1, second + 24);
    writeFileSync(file, archive);
    checkSays(cwd, 2, 'coverage.json');
    archive.writeUInt32LE(archive.readUInt32LE(first + 42), second + 42);
    writeFileSync(file, archive);
    checkSays(cwd, 2, 'one place');
  });

  test('survives random damage', () => {
    const { cwd, file } = bundled();
    const whole = readFileSync(file);
    for (let at = 7; at < whole.length; at += Math.ceil(whole.length / 12)) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8((damaged.readUInt8(at) + 1) & 255, at);
      writeFileSync(file, damaged);
      expect([0, 1, 2]).toContain(clausewright(['bundle', 'verify', 'b.zip'], { cwd }).code);
      writeFileSync(file, whole.subarray(0, at));
      expect(clausewright(['bundle', 'verify', 'b.zip'], { cwd }).code).toBe(2);
    }
  });
});
