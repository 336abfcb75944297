import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete } from '../../../server/src/features/complete.ts';
import { hover } from '../../../server/src/features/hover.ts';
import { Source } from '../../../server/src/text/source.ts';
import { checkProperty } from '../../support/cases.ts';
import { sessionOf } from '../../support/fixture.ts';
import { SOME_RULES } from './fixtures.ts';

const DOCUMENTS: readonly (readonly [string, string])[] = [
  [
    'controls.yaml',
    `# SoA
clausewright: control-mapping/1
system: { id: s, name: 'It''s', role: provider, tags: [a, {b: c}] }
frameworks:
- nist-ai-rmf
controls:
  - id: A.6.2.4 # see A.5.2
    status: implemented
    evidence:
      - docs/MODEL_CARD.md#evaluation
      - path: "reports/x.xml"
        reviewed: { by: sam,
          on: 2026-01-02 }
    satisfies: [nist-ai-rmf:MEASURE 2.3]
    notes: |
      one
       two
  # clausewright-disable-next-line mapping/missing-owner: small
  - {id: A.10.4, applicable: false}
  - A.5.1
`,
  ],
  [
    'soa.yaml',
    'clausewright: control-mapping/1\ncontrols:\n  A.5.2:\n    status: planned\n  "A.5.3": {owner: x}\n  ? [a]\n  : b\n',
  ],
  [
    'docs/MODEL_CARD.md',
    `---
license: mit
controls: [A.7.5,
  A.7.6]
tags:
  - x
---
# Card

Text of A.5.2 and Clause 6.1.4, [a](../controls.yaml#x "t"), <https://a.b>.

## Evaluation
<!-- evidence: A.7.5, A-7-6 -->

\`\`\`python
# comment
\`\`\`

| a | b |
|---|---|
| 1 | TODO |

**Bold heading**

<!-- open
`,
  ],
  [
    'clausewright.yaml',
    'rules:\n  mapping/missing-owner: off\n  evidence: { severity: hint, options: {} }\nneeded:\n  iso-42001:A.5.4: reviewed\nheadings: { training-data: [Corpus] }\n',
  ],
  ['aiia.yaml', 'clausewright: impact-assessment/1\nsystem: s\nharms:\n  - who: x\n    what: y\n'],
];
const BREAKS = ['\n', '\r\n', '\r'] as const;

/** Asks at an offset, and holds what both promise of their spans. */
function checkAt(path: string, text: string, offset: number, files: ReadonlyMap<string, string>): void {
  const session = sessionOf(new Map([...files, [path, text]]));
  checkAnswers(session, path, text, offset);
}

function checkAnswers(
  session: ReturnType<typeof sessionOf>,
  path: string,
  text: string,
  offset: number,
): void {
  if (text.slice(offset - 1, offset + 1) === '\r\n') return; // no cursor stands between the two
  const shown = hover(session, path, offset, SOME_RULES);
  if (shown !== undefined) {
    expect(shown.span.start).toBeLessThanOrEqual(offset);
    expect(shown.span.end).toBeGreaterThanOrEqual(offset);
    expect(shown.markdown.trim()).not.toBe('');
  }
  for (const item of complete(session, path, offset, SOME_RULES)) {
    const { start, end } = item.span;
    if (start > offset || end < offset || end > text.length)
      throw new Error(`${item.label} replaces ${start}-${end} at ${offset}`);
    if (/[\r\n]/.test(text.slice(start, end)))
      throw new Error(`${item.label} replaces a line break at ${offset}`);
  }
}

describe.each(DOCUMENTS)('%s', (path, text) => {
  const files = new Map(DOCUMENTS);
  test.each(BREAKS)('no offset of it fails, with %j', lineBreak => {
    const whole = text.replaceAll('\n', lineBreak);
    const session = sessionOf(new Map([...files, [path, whole]]));
    for (let offset = 0; offset <= whole.length; offset += 1) checkAnswers(session, path, whole, offset);
  });

  test('no prefix of it fails at its end, with and without a BOM', () => {
    const session = sessionOf(files);
    for (let length = 0; length <= text.length; length += 1) {
      for (const prefix of [text.slice(0, length), `\uFEFF${text.slice(0, length)}`]) {
        session.setText(path, new Source(prefix));
        checkAnswers(session, path, prefix, prefix.length);
      }
    }
  });

  test('nothing fails where characters were deleted or typed', () => {
    const noise = fc.constantFrom(
      '',
      '\n',
      ' ',
      '\t',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ':',
      '- ',
      '#',
      '|',
      '<!--',
      '-->',
      '`',
      '\u2028',
      '\0',
      '😀',
      '  - ',
      'clausewright-',
    );
    checkProperty(
      fc.property(
        fc.nat(text.length),
        fc.nat(12),
        noise,
        noise,
        fc.integer({ min: -3, max: 6 }),
        (at, cut, a, b, away) => {
          const broken = text.slice(0, at) + a + b + text.slice(at + cut);
          const offset = Math.max(0, Math.min(broken.length, at + a.length + b.length + away));
          checkAt(path, broken, offset, files);
        },
      ),
      { numRuns: 100 },
    );
  });
});
