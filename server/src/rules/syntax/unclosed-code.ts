import { unclosedCodeIn } from '../../model/unclosed-code.ts';
import { lineBreakOf } from '../../text/eol.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { defineRule } from '../define.ts';
import { quoted } from '../wording.ts';

/** A block of code that is never closed and swallows the sections behind it. */
export const unclosedCode = defineRule({
  id: 'syntax/unclosed-code',
  kinds: ['model-card', 'dataset-card', 'impact-assessment', 'incident'],
  reads: 'document',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A fence of code is opened and never closed, so that the sections behind it are code. What they hold is not looked for elsewhere.',
  why: 'Readers see the text of these sections as code, and tools do not see it at all; ISO/IEC 42001 clause 7.5.2 asks for a suitable format of documented information.',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `# Ticket router

Sorts support tickets into twelve queues.

## How to use

⟦\`\`\`python⟧
# loads the model
router = load("ticket-router")

## Limitations

Short tickets are often misrouted.
`,
  ],
  good: [
    `# Ticket router

Sorts support tickets into twelve queues. Write to platform@example.org.

## Limitations

Short tickets are often misrouted.

## How to use

\`\`\`python
## loads the model
router = load("ticket-router")
\`\`\`
`,
  ],
  check(model, { document, report }) {
    if (!('body' in model) || model.body === undefined) return;
    const found = unclosedCodeIn(model.body.sections);
    if (found === undefined) return;
    const { start, value } = found;
    const { text } = document.source;
    const heading = at(start, value.heading);
    const title = text.slice(heading.start, heading.end).replace(/^#+\s+/, '');
    const lineBreak = lineBreakOf(text);
    report({
      at: at(start, value),
      what: `The code that begins here is never closed, so ${quoted(title)} and what follows are code`,
      why: 'Readers see these sections as code, and tools do not see them at all (ISO/IEC 42001 clause 7.5.2)',
      next: `Add a line with "${value.fence}" behind the code`,
      fixes: [
        {
          title: `Close the code above ${quoted(title)}`,
          kind: 'safe',
          change: () => [
            editFile(document.path, {
              span: { start: heading.start, end: heading.start },
              text: `${value.fence}${lineBreak}${lineBreak}`,
            }),
          ],
        },
      ],
    });
  },
});
