import type { SectionedModel } from '../../model/sectioned.ts';
import type { FrontMatter } from '../../syntax/frontmatter.ts';
import type { YamlTree } from '../../syntax/yaml/tree.ts';
import { lineBreakOf } from '../../text/eol.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Report } from '../../workspace/finding.ts';
import { defineRule, type RuleContext } from '../define.ts';
import { syntaxReports } from './problems.ts';

const WHY =
  'Front matter says what the document is about (ISO/IEC 42001 clause 7.5.2 asks for identification and description), and what cannot be read says nothing';

/** Front matter that cannot be read. */
export const frontMatterSyntax = defineRule({
  id: 'syntax/front-matter',
  kinds: ['model-card', 'dataset-card', 'impact-assessment'],
  reads: 'document',
  severity: 'error',
  since: '0.1.0',
  summary: 'Front matter is not closed, is no set of keys, or holds YAML that cannot be read.',
  why: 'ISO/IEC 42001 clause 7.5.2 asks for identification and description of documented information; front matter that cannot be read gives neither.',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `⟦---⟧
license: mit
language: en
# Scoring model

A model that scores loan applications for the retail bank.
`,
    `---
⟦- license: mit⟧
- language: en
---
# Scoring model

A model that scores loan applications for the retail bank.
`,
    `---
license: mit
tags: ⟦[scoring⟧
---
# Scoring model

A model that scores loan applications for the retail bank.
`,
  ],
  good: [
    `---
# license: see below
---
# Scoring model

A model that scores loan applications for the retail bank.
`,
    `---
license: mit
tags: [scoring]
---
# Scoring model

A model that scores loan applications for the retail bank.
`,
  ],
  check(model, context) {
    const { frontMatter, yaml } = model;
    if (model.form !== 'markdown' || frontMatter === undefined || yaml === undefined) return;
    if (frontMatter.state === 'unclosed') context.report(unclosed(frontMatter, context));
    else if (yaml.problems.length > 0) {
      // A card that a tool fills in from a template is not meant to be read as it is.
      if (/\{\{|\{%/.test(context.document.source.slice(yaml.span))) return;
      for (const each of syntaxReports(yaml, context.document)) context.report(each);
    } else noKeys(model, yaml, context);
  },
});

function unclosed({ open, close }: FrontMatter, { document }: RuleContext<Record<never, never>>): Report {
  const { text } = document.source;
  const lineBreak = lineBreakOf(text);
  const broken = close.start > 0 && !/[\r\n]/.test(text.charAt(close.start - 1));
  return {
    at: open,
    what: 'The front matter that begins here is never closed',
    why: WHY,
    next: 'Add a line with "---" behind its last key',
    fixes: [
      {
        title: 'Close the front matter',
        kind: 'safe',
        change: () => [
          editFile(document.path, {
            span: { start: close.start, end: close.start },
            text: `${broken ? lineBreak : ''}---${lineBreak}`,
          }),
        ],
      },
    ],
  };
}

/** A list or a lone text between the fences. */
function noKeys(_: SectionedModel, tree: YamlTree, { report }: RuleContext<Record<never, never>>): void {
  const first = tree.parts[0];
  if (first === undefined || tree.shape === 'map' || tree.shape === 'empty') return;
  const { from, to } = first.unit.node;
  report({
    at: at(first.span.start, { from, to: Math.min(to, from + 60) }),
    what: tree.shape === 'list' ? 'The front matter is a list' : 'The front matter holds text without keys',
    why: WHY,
    next: 'Write it as keys with values, such as "license: mit"',
  });
}
