import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkerOf } from '../../support/fixture.ts';

const FOLDER = process.env['CLAUSEWRIGHT_CORPUS'];

/** Documents of the corpus that are assessments of an AI system's impact, by a word of their name. */
const ASSESSMENTS = /fria|impact-assessment-template|AI-SYSTEM-IMPACT-ASSESSMENT/i;

describe.skipIf(FOLDER === undefined)('documents on impact in public use', () => {
  const folder = join(FOLDER ?? '', 'impact');
  const files = FOLDER === undefined ? [] : readdirSync(folder);
  const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');

  test.each(files)('%s', file => {
    const text = textOf(file);
    // The folder's names carry the repository in front, which is no part of the name that its authors gave.
    for (const path of [file, `docs/${file.replace(/^.*__/, '').replace(/^.*_(?=[^_]+$)/, '')}`]) {
      const checker = checkerOf(new Map([[path, text]]));
      const findings = checker.findings(path);
      const kinds = findings.length === 0 ? [] : findings.map(each => each.rule);
      expect(kinds).not.toContain('internal');
      if (!ASSESSMENTS.test(file))
        expect(kinds.filter(rule => /^(?:assessment|incident)\//.test(rule))).toEqual([]);
      for (const { span } of findings) {
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }
  });

  test('any document, read as an assessment by force, crashes nothing', () => {
    for (const file of files) {
      if (!/\.(?:mdx?|ya?ml)$/.test(file)) continue;
      const path = /\.ya?ml$/.test(file) ? 'a.yaml' : 'a.md';
      const config = `documents:\n  - { files: "${path}", kind: impact-assessment }\n`;
      const text = textOf(file);
      const findings = checkerOf(
        new Map([
          ['clausewright.yaml', config],
          [path, text],
        ]),
      ).findings(path);
      expect(findings.filter(each => each.rule === 'internal').map(each => each.message)).toEqual([]);
      for (const { span } of findings) expect(span.start <= span.end && span.end <= text.length).toBe(true);
    }
  });
});
