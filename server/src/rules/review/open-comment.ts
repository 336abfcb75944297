import type { MappingModel } from '../../model/mapping.ts';
import { reviewThreadsIn } from '../../model/review-comments.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { Stated } from '../../workspace/facts.ts';
import type { ReviewFact } from '../../workspace/review/facts.ts';
import { resolving, spanOf } from '../../workspace/review/write.ts';
import { targetOf } from '../../workspace/target.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';

const WHY =
  'What a reviewer sends back is not approved yet (ISO/IEC 42001 clause 7.5.2 asks for review and approval)';
const NEXT = 'Do what it asks or answer it, then resolve it, which takes the comment away';

/** A comment of a reviewer that nobody has resolved. */
export const openComment = defineRule({
  id: 'review/open-comment',
  kinds: [
    'control-mapping',
    'model-card',
    'dataset-card',
    'space-card',
    'impact-assessment',
    'incident',
    'config',
    'catalog',
  ],
  reads: 'workspace',
  severity: 'information',
  since: '0.1.0',
  summary: 'A reviewer has left a comment that is still open.',
  why: 'ISO/IEC 42001 clause 7.5.2 asks for review and approval of documented information; what a reviewer sends back with a comment is not approved yet.',
  clauses: ['iso-42001:7.5.2'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      ⟦# clausewright-review sam@example.org 2026-11-20: which quarter was held out?⟧
      - docs/evaluation.md
//- docs/evaluation.md
# Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.
`,
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - ⟦docs/evaluation.md⟧
//- docs/evaluation.md
# Evaluation
<!-- clausewright-review sam@example.org 2026-11-20: which quarter was held out? -->
<!-- clausewright-review jane@example.org 2026-11-21: the last one; I will write it down -->

The model reaches an AUC of 0.81 on the held-out quarter.
`,
  ],
  good: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/evaluation.md
    notes: |
      A comment for the author looks like this:
      # clausewright-review sam@example.org 2026-11-20: which quarter was held out?
//- docs/evaluation.md
# Evaluation

The model reaches an AUC of 0.81 on the held-out quarter.
`,
  ],
  check(model, context) {
    const { document, report } = context;
    for (const thread of reviewThreadsIn(document)) {
      const { by, on, text } = thread[0];
      report({
        at: spanOf(thread),
        what: saying({ by, on, text, replies: thread.length - 1 }),
        why: WHY,
        next: NEXT,
        cause: `"${by}" "${text}"`,
        fixes: [
          {
            title: 'Resolve the comment, which takes it away',
            kind: 'assist',
            change: () => [editFile(document.path, ...resolving(thread))],
          },
        ],
      });
    }
    if (model.kind === 'control-mapping') inEvidence(model, context);
  },
});

/** Threads in files that have no findings of their own; the first mapping that points there tells of them. */
function inEvidence(mapping: MappingModel, { document, graph, root, report }: WorkspaceContext): void {
  for (const thread of graph.reviews) {
    const pointing = graph.evidenceFor(thread.path).map(each => each.path);
    if (pointing.some(path => path < document.path)) continue;
    const place = pointingAt(mapping, thread, document.path, root);
    if (place === undefined) continue;
    const { path, data, span } = thread;
    report({
      at: place,
      what: `In ${path}, ${saying(data)}`,
      why: WHY,
      next: NEXT,
      cause: `"${data.by}" "${data.text}"`,
      related: [{ path, span, message: 'The comment stands here' }],
    });
  }
}

/** The evidence that a thread is about: one that names its section, else one that names its file. */
function pointingAt(
  { entries }: MappingModel,
  { path, data }: Stated<ReviewFact>,
  document: string,
  root: string,
): { start: number; end: number } | undefined {
  const found = entries.flatMap(({ start, value }) =>
    value.evidence.flatMap(piece => {
      const target = targetOf(piece.target.value, document, root);
      if (target.kind !== 'file' || target.path !== path) return [];
      const rank =
        target.fragment === undefined ? 1 : data.fragments.includes(target.fragment.toLowerCase()) ? 0 : 2;
      return [{ rank, span: at(start, piece.target) }];
    }),
  );
  return found.reduce<(typeof found)[number] | undefined>(
    (best, each) => (best === undefined || each.rank < best.rank ? each : best),
    undefined,
  )?.span;
}

function saying({ by, on, text, replies }: Pick<ReviewFact, 'by' | 'on' | 'text' | 'replies'>): string {
  const answers = replies === 0 ? '' : ` (with ${replies === 1 ? 'an answer' : `${replies} answers`})`;
  return text === ''
    ? `${by} has left a comment on ${on}${answers}`
    : `${by} asks since ${on}${answers}: "${text}"`;
}
