import { expect, test } from 'vitest';
import { reviewThreadsIn } from '../../../../server/src/model/review-comments.ts';
import { Source } from '../../../../server/src/text/source.ts';
import { commentAt, resolving } from '../../../../server/src/workspace/review/write.ts';
import { parseFixture, sessionOf } from '../../../support/fixture.ts';

const NOTE = { by: 'sam', on: '2026-11-20', text: 'why?' };

/** Leaves a comment at the cursor, reads it, and resolves it again. */
function checkComment(fixture: string, expected: string): void {
  const { files, path, cursor = 0 } = parseFixture(fixture, 'MODEL_CARD.md');
  const session = sessionOf(files);
  const document = session.document(path);
  const change = document === undefined ? undefined : commentAt(document, cursor, NOTE);
  if (document === undefined || change === undefined) throw new Error('no comment is possible');
  const commented = document.source.change(change);
  expect(commented.text).toBe(expected);
  const read = session.read(path, commented);
  const thread = (read === undefined ? [] : reviewThreadsIn(read)).at(-1);
  if (read === undefined || thread === undefined) throw new Error('the comment is not read');
  expect(thread.at(-1)).toMatchObject(NOTE);
  let source: Source = new Source(commented.text);
  for (const edit of resolving(thread).toReversed()) source = source.change(edit);
  if (thread.length === 1) expect(source.text).toBe(document.source.text);
  else expect(source.text).not.toContain('clausewright-review');
}

const HTML = '<!-- clausewright-review sam 2026-11-20: why? -->';
const YAML = '# clausewright-review sam 2026-11-20: why?';

test.each([
  [
    'below a heading',
    '# A card\n\n## Eval$0uation\n\nText.\n',
    `# A card\n\n## Evaluation\n${HTML}\n\nText.\n`,
  ],
  ['below an underlined heading', 'A ca$0rd\n======\n\nText.\n', `A card\n======\n${HTML}\n\nText.\n`],
  ['below the last line', '# A ca$0rd', `# A card\n${HTML}`],
  ['above a paragraph', '# A card\n\nOne\ntw$0o.\n', `# A card\n\n${HTML}\nOne\ntwo.\n`],
  ['behind an item of a list', '# A card\n\n- one\n- tw$0o\n', `# A card\n\n- one\n- two ${HTML}\n`],
  ['above code', '# A card\n\n```\nx\n$0y\n```\n', `# A card\n\n${HTML}\n\`\`\`\nx\ny\n\`\`\`\n`],
  ['above a table', '# A card\n\n| a |\n|---|\n| $0b |\n', `# A card\n\n${HTML}\n| a |\n|---|\n| b |\n`],
  ['with the breaks of the text', '# A ca$0rd\r\n\r\nText.\r\n', `# A card\r\n${HTML}\r\n\r\nText.\r\n`],
  [
    'in front matter',
    '---\nlicense: mit\nmetri$0cs: [f1]\n---\n# A card\n',
    `---\nlicense: mit\n${YAML}\nmetrics: [f1]\n---\n# A card\n`,
  ],
  [
    'as an answer',
    `# A card\n${HTML}\n\nText.\n`.replace('why', 'w$0hy'),
    `# A card\n${HTML}\n${HTML}\n\nText.\n`,
  ],
])('in Markdown %s', (_, before, after) => {
  checkComment(before, after);
});

const MAPPING = `clausewright: control-mapping/1
system: { id: scoring }
controls:
  - id: A.6.2.4
    evidence:
      - docs/a.md
    notes: |
      a
      b
`;

test.each([
  ['a piece of evidence', '- docs/a.md', '- docs/a$0.md', `${YAML}\n      - docs/a.md`],
  ['an entry', '- id: A.6.2.4', '- id$0: A.6.2.4', `${YAML}\n  - id: A.6.2.4`],
  ['the first line', 'clausewright:', '$0clausewright:', `${YAML}\nclausewright:`],
  ['a text of several lines', '      b\n', '      $0b\n', '      b\n'],
])('in YAML above %s', (_, at, marked, expected) => {
  const before = MAPPING.replace(at, marked);
  const after =
    expected === at ? MAPPING.replace('    notes', `    ${YAML}\n    notes`) : MAPPING.replace(at, expected);
  checkComment(`//- controls.yaml\n${before}`, after);
});
