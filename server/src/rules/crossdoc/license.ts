import { textAt } from '../../model/sectioned.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { licenseNear } from '../../workspace/scaffold/repository/license.ts';
import { defineRule } from '../define.ts';

/** A card whose licence is not the one of the licence file beside it. */
export const license = defineRule({
  id: 'crossdoc/license',
  kinds: ['model-card', 'dataset-card'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'information',
  since: '0.1.0',
  summary: "A card's licence differs from the licence file of its folder or repository.",
  why: 'ISO/IEC 42001 A.10.3 and A.8.2 ask that users and customers are told the terms; two texts with two licences tell them nothing.',
  clauses: ['iso-42001:A.8.2', 'iso-42001:A.10.3'],
  bad: [
    `//- MODEL_CARD.md
---
license: ⟦mit⟧
---
# Scoring model
//- LICENSE
Apache License
Version 2.0, January 2004
//- clausewright.yaml
rules: { card: off }
`,
  ],
  good: [
    `//- MODEL_CARD.md
---
license: apache-2.0
---
# Scoring model
//- LICENSE
Apache License
Version 2.0, January 2004
//- clausewright.yaml
rules: { card: off }
`,
  ],
  check(model, { document, graph, report }) {
    const field = textAt(model.metadata, 'license');
    if (field === undefined || /^(?:other|unknown)$/i.test(field.value.value)) return;
    const file = licenseNear(document.path, document.kind, graph);
    if (file === undefined || same(field.value.value, file.data.spdx)) return;
    const span = at(field.start, field.value);
    report({
      at: span,
      what: `The card says ${field.value.value}, and ${file.path} holds ${file.data.spdx}`,
      why: 'Users are told the terms in two places that disagree (ISO/IEC 42001 A.8.2)',
      next: 'Correct the one that is wrong; if the model and the code are licensed differently, say so in a "License" section and silence this here',
      controls: ['iso-42001:A.8.2'],
      related: [
        { path: file.path, span: file.span, message: `${file.data.spdx} stands here`, fact: file.key },
      ],
      fixes: [
        {
          title: `Change the card to ${file.data.spdx.toLowerCase()}`,
          kind: 'assist',
          change: () => [editFile(document.path, { span, text: file.data.spdx.toLowerCase() })],
        },
      ],
    });
  },
});

/** `gpl-3.0` and `GPL-3.0-only` are one licence. */
function same(card: string, file: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/-(?:only|or-later)$/, '');
  return plain(card) === plain(file);
}
