import { textField } from '../../model/field.ts';
import { type SectionedModel, systemAt, textAt, textsAt } from '../../model/sectioned.ts';
import { pairOf, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { at, type Span } from '../../text/span.ts';
import type { Related } from '../../workspace/finding.ts';
import { targetOf } from '../../workspace/target.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';
import { statusOf } from './status.ts';

/** Something that an assessment rests on has changed since. */
export const triggerFired = defineRule({
  id: 'assessment/trigger-fired',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'What an assessment was based on by its own front matter (base_model, datasets, stage, or the texts under based_on with their digests) is no longer what it was. Versions are compared by crossdoc/version.',
  why: 'ISO/IEC 42001 clause 8.4 asks for an impact assessment when significant changes are proposed or have occurred.',
  clauses: ['iso-42001:8.4', 'iso-42001:6.3', 'iso-42001:A.5.2'],
  bad: [
    `//- impact-assessment.md
---
clausewright: impact-assessment/1
system: scoring
status: draft
base_model: ⟦example/small-v1⟧
datasets: ⟦[loans-2025]⟧
based_on:
  - { path: "MODEL_CARD.md#intended-use", digest: ⟦0123456789ab⟧ }
---
# Impact assessment
//- MODEL_CARD.md
---
license: mit
system: scoring
base_model: example/small-v2
datasets: [loans-2025, loans-2026]
---
# Scoring model

## Intended use

Ranking loan applications for manual review.
//- clausewright.yaml
rules: { card: off, crossdoc: off, assessment/missing-section: off }
`,
  ],
  good: [
    `//- impact-assessment.md
---
clausewright: impact-assessment/1
system: scoring
status: draft
base_model: example/small-v2
datasets: [loans-2026, loans-2025]
---
# Impact assessment
//- MODEL_CARD.md
---
license: mit
system: scoring
base_model: example/small-v2
datasets: [loans-2025, loans-2026]
---
# Scoring model
//- clausewright.yaml
rules: { card: off, crossdoc: off, assessment/missing-section: off }
`,
  ],
  check(model, context) {
    if (statusOf(model) === 'retired') return;
    for (const change of [
      ...cardChanges(model, context),
      ...stageChange(model, context),
      ...textChanges(model, context),
    ])
      context.report({
        at: change.at,
        what: change.what,
        why: 'A significant change of the system calls for another assessment (ISO/IEC 42001 clause 8.4)',
        next: `Look at what rests on it: assess it again, or note why the result still holds and set ${change.set}`,
        controls: ['iso-42001:A.5.2'],
        related: change.related,
      });
  },
});

interface Change {
  readonly at: Span;
  readonly what: string;
  /** What is then brought up to date. */
  readonly set: string;
  readonly related: readonly Related[];
}

function cardChanges(model: SectionedModel, { document, graph }: WorkspaceContext): Change[] {
  const cards = graph
    .peers(document.path, systemAt(model.metadata)?.value.value)
    .filter(path => graph.card(path)?.kind === 'model-card');
  const [card] = cards;
  if (card === undefined || cards.length > 1) return [];
  return (['base_model', 'datasets'] as const).flatMap((key): Change[] => {
    const recorded = textsAt(model.metadata, key);
    const pair = model.metadata.get(key);
    const now = key === 'datasets' ? graph.datasets(card) : graph.baseModels(card);
    const [first] = now;
    if (recorded.length === 0 || pair === undefined || first === undefined) return [];
    const was = recorded.map(each => each.value.value);
    const is = now.map(each => each.data);
    if (sameSet(was, is)) return [];
    return [
      {
        at: at(pair.start, pair.value.value),
        what: `${key === 'datasets' ? 'The datasets' : 'The base model'} of this assessment: ${was.join(', ')}. ${card} names ${is.join(', ')}`,
        set: `"${key}:"`,
        related: [{ path: card, span: first.span, message: 'What holds now', fact: first.key }],
      },
    ];
  });
}

function stageChange(model: SectionedModel, { document, graph }: WorkspaceContext): Change[] {
  const recorded = textAt(model.metadata, 'stage');
  const mapping = graph.mappingOf(document.path, systemAt(model.metadata)?.value.value);
  const now = mapping?.data.stage ?? undefined;
  if (recorded === undefined || mapping === undefined || now === undefined || now === recorded.value.value)
    return [];
  return [
    {
      at: at(recorded.start, recorded.value),
      what: `The system was in the stage "${recorded.value.value}" when it was assessed, and is in the stage "${now}" by ${mapping.path}`,
      set: '"stage:"',
      related: [{ path: mapping.path, span: mapping.span, message: 'The system', fact: mapping.key }],
    },
  ];
}

/** Texts that are recorded with their digest, as sign-offs record them. */
function textChanges(model: SectionedModel, { document, graph, root }: WorkspaceContext): Change[] {
  const basis = model.metadata.get('based_on');
  const node = basis?.value.value;
  if (basis === undefined || node?.kind !== 'seq') return [];
  return node.items.flatMap((item: YamlNode): Change[] => {
    const path = textField(pairOf(item, 'path'))?.value;
    const digest = textField(pairOf(item, 'digest'));
    const target = path === undefined ? undefined : targetOf(path, document.path, root);
    if (target?.kind !== 'file' || digest === undefined || !/^[0-9a-f]{12,64}$/.test(digest.value)) return [];
    const now = graph.digest(target.path, target.fragment);
    if (now === undefined || now.startsWith(digest.value) || digest.value.startsWith(now)) return [];
    const place = graph.place(target.path, target.fragment);
    return [
      {
        at: at(basis.start, digest),
        what: `${path} has changed since this assessment was based on it`,
        set: `its digest to ${now}`,
        related:
          place === undefined
            ? []
            : [{ path: place.path, span: place.span, message: 'The text as it is now', fact: place.key }],
      },
    ];
  });
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const plain = (all: readonly string[]): string =>
    [...new Set(all.map(each => each.trim().toLowerCase()))].sort().join('\n');
  return plain(a) === plain(b);
}
