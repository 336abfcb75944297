import { expect, test } from 'vitest';
import { hover } from '../../../server/src/features/hover.ts';
import { rewriteLinks } from '../../../server/src/features/markdown.ts';
import { sessionOf } from '../../support/fixture.ts';

/** What a user can write to have a hover link, run or show something of theirs. */
const HOSTILE =
  '[x](command:evil?1) <script>a</script> ![p](https://evil.example/p.png) [t](clausewright-control:a/b)';
const QUOTED = JSON.stringify(HOSTILE);

const FILES = new Map([
  [
    'controls.yaml',
    `clausewright: control-mapping/1
system: { id: ${QUOTED}, name: ${QUOTED}, owner: ${QUOTED} }
framework: iso-42001
controls:
  - id: A.6.2.4
    status: implemented
    owner: ${QUOTED}
    notes: ${QUOTED}
    evidence:
      - { path: docs/MODEL_CARD.md#evaluation, reviewed: { by: ${QUOTED}, on: 2026-10-01, digest: 000000000000 } }
      - ${QUOTED}
    satisfies: [${QUOTED}]
  - id: ${QUOTED}
`,
  ],
  [
    'docs/MODEL_CARD.md',
    `---\nlicense: ${QUOTED}\nmodel_name: ${QUOTED}\n---\n# ${HOSTILE}\n\n## Evaluation\n\n${HOSTILE} A.6.2.4\n\n## ${HOSTILE}\n\nText.\n`,
  ],
]);

/** Markdown without its escaped characters and code, in which nothing of a user's means anything. */
function active(markdown: string): string {
  return markdown.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
}

test('nothing that a user wrote links, runs or loads anything from a hover', () => {
  const session = sessionOf(FILES);
  let shown = 0;
  for (const [path, text] of FILES) {
    for (let offset = 0; offset <= text.length; offset += 3) {
      const found = hover(session, path, offset);
      if (found === undefined) continue;
      shown += 1;
      const markdown = active(
        rewriteLinks(found.markdown, { file: () => 'file:///x', control: () => 'clausewright-catalog:/x' }),
      );
      expect(markdown, `${path} ${offset}`).not.toMatch(
        /\]\(\s*(?:command|https?:\/\/evil|clausewright-control)|<script|!\[/,
      );
    }
  }
  expect(shown).toBeGreaterThan(20);
});
