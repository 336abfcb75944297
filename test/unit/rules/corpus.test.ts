import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Checker } from '../../../server/src/rules/checker.ts';
import { RULES } from '../../../server/src/rules/registry.ts';
import { INTERNAL } from '../../../server/src/rules/run.ts';
import { Source } from '../../../server/src/text/source.ts';
import type { Finding } from '../../../server/src/workspace/finding.ts';
import { Session } from '../../../server/src/workspace/session.ts';
import { LIBRARY, TODAY } from '../../support/fixture.ts';

interface File {
  /** Path on the disk. */
  readonly file: string;
  /** Path that it has in its own repository, by which its kind is known. */
  readonly path: string;
}

/** The files of a folder, under the paths that its `manifest.tsv` gives them, where there is one. */
function filesIn(folder: string): File[] {
  const manifest = join(folder, 'manifest.tsv');
  if (existsSync(manifest))
    return readFileSync(manifest, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap(line => {
        const [file, repository, path] = line.split('\t');
        return file === undefined || path === undefined || !existsSync(join(folder, file))
          ? []
          : [{ file: join(folder, file), path: `${repository}/${path}` }];
      });
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:mdx?|markdown|ya?ml|json)$/.test(name))
    .map(name => ({ file: join(folder, name), path: name }));
}

/** What a message quotes at its beginning; it stands at that place, unless it is said to be missing. */
const QUOTED = /^(?:The section )?"([^"]{2,56}?)(?:…)?"/;

/** Checks that a finding stands in its text, and on the words that its message begins with. */
function checkPlace({ span, message, related }: Finding, text: string, where: string): void {
  expect(span.start, where).toBeLessThanOrEqual(span.end);
  expect(span.start, where).toBeGreaterThanOrEqual(0);
  expect(span.end, where).toBeLessThanOrEqual(text.length);
  for (const each of related) expect(each.span.end, where).toBeLessThanOrEqual(text.length);
  const quoted = / is missing\b/.test(message) ? undefined : QUOTED.exec(message)?.[1];
  if (quoted === undefined) return;
  const bare = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  const line = text.slice(
    Math.max(0, text.lastIndexOf('\n', span.start - 1)),
    Math.max(span.end, text.indexOf('\n', span.end)),
  );
  expect(bare(line), where).toContain(bare(quoted).slice(0, 20));
}

const CORPUS = process.env['CLAUSEWRIGHT_CORPUS'] ?? '';

describe.runIf(CORPUS !== '')('public documents', () => {
  test('no rule fails, and every finding stands where its message says', () => {
    let documents = 0;
    let findings = 0;
    for (const { file, path } of filesIn(CORPUS)) {
      const text = readFileSync(file, 'utf8');
      const session = new Session({ library: LIBRARY, today: TODAY });
      session.setFiles([path]);
      if (!session.setText(path, new Source(text))) continue;
      documents += 1;
      for (const finding of new Checker(session, RULES).findings(path)) {
        findings += 1;
        const where = `${path}: ${finding.rule}: ${finding.message}`;
        expect(finding.rule, where).not.toBe(INTERNAL);
        checkPlace(finding, text, where);
        for (const fix of finding.fixes) expect(() => fix.change(), where).not.toThrow();
      }
    }
    expect(documents).toBeGreaterThan(0);
    console.log(`${documents} documents, ${findings} findings`);
  }, 120_000);
});
