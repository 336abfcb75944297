import { textField } from '../../model/field.ts';
import { type SectionedModel, systemAt, textAt, textsAt } from '../../model/sectioned.ts';
import { pairOf, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { at, type Span } from '../../text/span.ts';
import { assessedAt } from '../../workspace/assessment/assessed.ts';
import { type BasisPart, basisChanges, sameSet } from '../../workspace/assessment/basis.ts';
import { restedOn } from '../../workspace/assessment/rested-on.ts';
import type { Related } from '../../workspace/finding.ts';
import type { Graph } from '../../workspace/graph.ts';
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
    'What an assessment was based on is no longer what it was: base model, datasets, stage, or the texts that its front matter records; and what it does not record (version, base model, datasets, stage, intended use), where git knows what card and mapping said in the assessed commit. Recorded versions are compared by crossdoc/version.',
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
      ...changesSince(model, context),
    ])
      context.report({
        at: change.at,
        what: change.what,
        why: 'A significant change of the system calls for another assessment (ISO/IEC 42001 clause 8.4)',
        next: `Look at what rests on it: assess it again ("clausewright new impact-assessment --depth reassessment"), or note why the result still holds and set ${change.set}`,
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
    const related = placesOf(target.path, target.fragment, graph);
    if (now === undefined && target.fragment !== undefined && graph.card(target.path) !== undefined)
      return [
        {
          at: at(basis.start, digest),
          what: `${path}, on which this assessment was based, is no longer there`,
          set: 'path and digest to the section that took its place',
          related: placesOf(target.path, undefined, graph),
        },
      ];
    if (now === undefined || now.startsWith(digest.value) || digest.value.startsWith(now)) return [];
    return [
      {
        at: at(basis.start, digest),
        what: `${path} has changed since this assessment was based on it`,
        set: `its digest to ${now}`,
        related,
      },
    ];
  });
}

function placesOf(path: string, fragment: string | undefined, graph: Graph): Related[] {
  const place = graph.place(path, fragment);
  return place === undefined
    ? []
    : [{ path: place.path, span: place.span, message: 'The text as it is now', fact: place.key }];
}

/** What nothing records and git knows: what the documents said in the assessed commit and say no longer. */
function changesSince(model: SectionedModel, { document, graph, root }: WorkspaceContext): Change[] {
  const { path } = document;
  const assessed = assessedAt(model.metadata);
  const basis = graph.assessedBasis(path);
  if (assessed === undefined || basis === undefined) return [];
  const recorded = recordedIn(model, path, root);
  const changes = restedOn(graph, path, systemAt(model.metadata)?.value.value).flatMap(each => {
    const was = Object.hasOwn(basis.documents, each) ? basis.documents[each] : undefined;
    const found = was === undefined ? [] : basisChanges(was, graph.basis(each), each);
    return found.filter(({ part }) => !recorded(part, each)).map(({ what }) => ({ what, in: each }));
  });
  if (changes.length === 0) return [];
  const { day, commit } = assessed.data;
  const related = [...new Set(changes.map(each => each.in))].flatMap(each =>
    placesOf(each, undefined, graph),
  );
  return [
    {
      at: assessed.span,
      what: `Since this assessment (${commit ?? day}): ${changes.map(each => each.what).join('; ')}`,
      set: commit === null ? '"assessed:" to the day on which you did' : '"commit:"',
      related,
    },
  ];
}

/** Whether the front matter records a part, so that it is compared with what is recorded. */
function recordedIn(
  { metadata }: SectionedModel,
  path: string,
  root: string,
): (part: BasisPart, of: string) => boolean {
  const basis = metadata.get('based_on')?.value.value;
  const items = basis?.kind === 'seq' ? basis.items : [];
  const files = new Set(
    items.flatMap(item => {
      const written = textField(pairOf(item, 'path'))?.value;
      const target = written === undefined ? undefined : targetOf(written, path, root);
      return target?.kind === 'file' ? [target.path] : [];
    }),
  );
  return (part, of) => (part === 'uses' ? files.has(of) : textsAt(metadata, part).length > 0);
}
