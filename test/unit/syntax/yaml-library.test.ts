import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../../server/src/syntax/frontmatter.ts';
import { parseYaml } from '../../../server/src/syntax/yaml/parse.ts';
import { forSeeds } from '../../support/cases.ts';
import { Random } from '../../support/random.ts';
import { libraryData, treeData } from '../../support/yaml-data.ts';
import { randomYaml } from '../../support/yaml-documents.ts';

/** Faults that the library does not see: it takes doubled keys and reads every document of a stream. */
const OURS = new Set(['yaml-duplicate-key', 'yaml-multiple-documents', 'yaml-too-deep']);

/** Checks that a text, parsed in pieces, says what the library reads from it as a whole; tells if it is well-formed. */
function checkAgainstLibrary(text: string): boolean {
  const tree = parseYaml(text, { start: 0, end: text.length });
  const expected = libraryData(text);
  const faults = tree.problems.filter(({ value }) => !OURS.has(value.code));
  if (expected === undefined) expect(tree.problems, text).not.toEqual([]);
  else expect([faults, treeData(tree)], text).toEqual([[], expected]);
  return expected !== undefined;
}

describe('a YAML text cut into pieces', () => {
  test('says what the library reads from the whole, and has faults where it finds one', () => {
    let wellFormed = 0;
    const { cases, distinct } = forSeeds(
      600,
      (seed, saw) => {
        const text = randomYaml(new Random(seed));
        saw(text);
        if (checkAgainstLibrary(text)) wellFormed += 1;
      },
      0.05,
    );
    expect(distinct).toBeGreaterThan(cases * 0.8);
    expect(wellFormed).toBeGreaterThan(cases * 0.5);
  });

  const corpus = process.env['CLAUSEWRIGHT_CORPUS'];
  test.runIf(corpus !== undefined)('also for the files of a folder', () => {
    const files = readdirSync(corpus ?? '', { recursive: true, encoding: 'utf8' });
    let checked = 0;
    for (const file of files.filter(name => /\.(?:ya?ml|json|mdx?)$/.test(name))) {
      const text = readFileSync(join(corpus ?? '', file), 'utf8');
      const { content, state } = splitFrontMatter(text);
      if (/\.mdx?$/.test(file) && state === 'none') continue;
      checkAgainstLibrary(/\.mdx?$/.test(file) ? text.slice(content.start, content.end) : text);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(0);
  });
});
