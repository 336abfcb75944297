import { CARD_KINDS } from '../../model/kinds.ts';
import { defineRule } from '../define.ts';
import { unclosedFrontMatter, withoutKeys } from '../front-matter/shape.ts';
import { isTemplateText } from '../front-matter/template.ts';
import { syntaxReports } from './problems.ts';

/** Front matter that cannot be read. What else is wrong with a card's has rules of its own. */
export const frontMatterSyntax = defineRule({
  id: 'syntax/front-matter',
  kinds: ['impact-assessment', ...CARD_KINDS],
  reads: 'document',
  severity: 'error',
  since: '0.1.0',
  summary:
    'Front matter holds YAML that cannot be read; in an impact assessment also: is not closed, is no set of keys, or has a key twice.',
  why: 'ISO/IEC 42001 clause 7.5.2 asks for identification and description of documented information; front matter that cannot be read gives neither.',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `//- impact-assessment.md
⟦---⟧
clausewright: impact-assessment/1
system: scoring
status: draft
# Impact assessment

A model that scores loan applications for the retail bank.
`,
    `//- MODEL_CARD.md
---
license: mit
tags: ⟦[scoring⟧
---
# Scoring model

A model that scores loan applications for the retail bank.
`,
  ],
  good: [
    `//- MODEL_CARD.md
---
# license: see below
---
# Scoring model

A model that scores loan applications for the retail bank.
`,
    `//- MODEL_CARD.md
---
license: mit
tags: [scoring]
---
# Scoring model

A model that scores loan applications for the retail bank.
`,
  ],
  check(model, { document, report }) {
    const { frontMatter, yaml, kind } = model;
    if (model.form !== 'markdown' || frontMatter === undefined || yaml === undefined) return;
    const isCard = CARD_KINDS.some(each => each === kind);
    if (frontMatter.state === 'unclosed') {
      const one = isCard ? undefined : unclosedFrontMatter(model, document);
      if (one !== undefined) report(one);
      return;
    }
    // A card that a tool fills in from a template is not meant to be read as it is.
    if (yaml.problems.length > 0 && isTemplateText(document.source.slice(yaml.span))) return;
    const problems = isCard
      ? yaml.problems.filter(each => each.value.code !== 'yaml-duplicate-key')
      : yaml.problems;
    for (const each of syntaxReports({ ...yaml, problems }, document)) report(each);
    const one = isCard ? undefined : withoutKeys(model, document);
    if (one !== undefined) report(one);
  },
});
