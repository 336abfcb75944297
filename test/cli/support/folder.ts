import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with these files, for as long as the test runs. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'clausewright-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A mapping with one gap: its only evidence does not exist. Rules that would find more are off. */
export const GAP: Readonly<Record<string, string>> = {
  'clausewright.yaml': 'clausewright: config/1\nrules: { mapping/missing-controls: off }\n',
  'controls.yaml': `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/evaluation.md
`,
};

/** The same without the gap. */
export const WHOLE: Readonly<Record<string, string>> = {
  ...GAP,
  'docs/evaluation.md': '# Evaluation\n\nThe model reaches an AUC of 0.81 on the held-out quarter.\n',
};
