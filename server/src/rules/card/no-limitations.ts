import type { SectionedModel } from '../../model/sectioned.ts';
import type { WorkspaceContext } from '../define.ts';
import { defineRule } from '../define.ts';
import { addFix } from '../sections/add-fix.ts';
import { controlsOf, reasonsOf, reportEmpty } from '../sections/empty.ts';
import { type Gap, gapsOf } from '../sections/gaps.ts';
import { headOf } from '../sections/head.ts';
import { CALLED } from '../sections/kinds.ts';
import { ownerOf } from '../sections/owners.ts';

const ID = 'card/no-limitations';

/** A card that names nothing that its subject cannot do. */
export const noLimitations = defineRule({
  id: ID,
  kinds: ['model-card', 'dataset-card'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A card says nowhere what the model does badly, or the data do not cover: in no section, no labelled value and no sentence; or its section on that is empty.',
  why: 'ISO/IEC 42001 A.8.2 asks that users get the information they need, and limits are what they need most: where the system fails, a user who was not told cannot step in.',
  clauses: ['iso-42001:A.8.2', 'iso-42001:A.6.2.7'],
  sources: ['EU AI Act Art. 13(3)(b)'],
  standIns: ['card/placeholder', 'card/template-not-filled'],
  bad: [
    `# ⟦Ticket router⟧

Sorts support tickets into twelve queues; built by the platform team.

## Intended use

Routing of English tickets in the internal help desk.
`,
    `# Ticket router

Sorts support tickets into twelve queues; built by the platform team.

## ⟦Limitations⟧

<!-- What does it get wrong? -->

## License

Internal.
`,
    `//- DATASET_CARD.md
# ⟦Tickets 2024⟧

40,000 support tickets, collected from the help desk in 2024.
//- clausewright.yaml
rules: { card/no-contact: off }
`,
  ],
  good: [
    `# Ticket router

Sorts support tickets into twelve queues; built by the platform team.

## Known issues

Short tickets are often misrouted.
`,
    `# Ticket router

Sorts support tickets into twelve queues. It does not handle tickets with attachments only.
`,
  ],
  check(model, context) {
    const { absent, empty } = context.derive(gapsOf);
    for (const section of empty)
      if (ownerOf(section.gaps, model.kind) === ID) reportEmpty(section, model, context);
    const together = absent.filter(each => each.expected === 'always');
    for (const gap of absent)
      if (ownerOf([gap], model.kind) === ID) reportSilence(gap, together, model, context);
  },
});

function reportSilence(
  gap: Gap,
  all: readonly Gap[],
  model: SectionedModel,
  context: WorkspaceContext,
): void {
  const data = model.kind === 'dataset-card';
  const report = {
    at: headOf(context.document, model),
    what: `The ${CALLED[model.kind] ?? 'card'} names no limitation of the ${data ? 'data' : 'model'}`,
    why: [
      ...reasonsOf([gap]),
      'Whoever uses it cannot know where it fails, and that is the first thing ISO/IEC 42001 A.8.2 has users told',
    ].join('. '),
    next: data
      ? 'Add a section that says what the data lack, which errors they hold and which conclusions they do not bear'
      : 'Add a section with the inputs, groups and conditions for which it works worse or was not tested',
    controls: controlsOf([gap]),
    fixes: [
      ...addFix([gap.concept], model, context),
      ...(all.length > 1 && all.includes(gap)
        ? addFix(
            all.map(each => each.concept),
            model,
            context,
          )
        : []),
    ],
  };
  context.report(gap.expected === 'always' ? report : { ...report, severity: 'information' as const });
}
