import { controlNames } from '../../workspace/control-names.ts';
import { defineRule } from '../define.ts';
import { fillFixes } from '../sections/fill-fixes.ts';
import { filledIn, isUnfilledForm } from '../sections/form.ts';
import { headOf } from '../sections/head.ts';
import { CALLED } from '../sections/kinds.ts';
import { holesOf } from '../sections/placeholders.ts';
import { statesOf } from '../sections/states.ts';

/** A template that nobody has begun to fill in. */
export const templateNotFilled = defineRule({
  id: 'card/template-not-filled',
  kinds: ['model-card', 'dataset-card'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A card has the sections of a template and next to no text of its own. This one finding stands for all its empty sections and placeholders.',
  why: 'ISO/IEC 42001 A.6.2.7 asks for technical documentation and clause 7.5.2 that it is made and approved; headings alone are neither, and an auditor counts them as no evidence for any control.',
  clauses: ['iso-42001:7.5.2', 'iso-42001:A.6.2.7'],
  bad: [
    `---
license: mit
---
# ⟦Ticket router⟧

## Model details

- **Developed by:** [More Information Needed]
- **Model type:** [More Information Needed]

## Intended use

[More Information Needed]

## Limitations

TODO

## Training data

<!-- Where do the data come from? -->

## Evaluation

### Metrics

[More Information Needed]
`,
  ],
  good: [
    `//- templates/model-card.md
# Name of the model

## Model details

[More Information Needed]

## Intended use

[More Information Needed]

## Limitations

[More Information Needed]

## Training data

[More Information Needed]

## Evaluation

[More Information Needed]
//- clausewright.yaml
documents:
  - files: ['templates/*.md']
    kind: model-card
`,
  ],
  check(model, context) {
    if (!context.derive(isUnfilledForm)) return;
    const { document, library } = context;
    const { filled, unfilled, first } = filledIn(model);
    const item = model.outline[first];
    const states = context.derive(statesOf);
    const holes = holesOf(model, states, context);
    const waiting = model.outline.flatMap((_, index) => states.ofHeading[index] ?? []);
    const controls = [...new Set(waiting.flatMap(concept => concept.controls))];
    const called = CALLED[model.kind] ?? 'card';
    context.report({
      at: headOf(document, model),
      what: `This ${called} is a template that was not filled in: ${unfilled} of its ${filled + unfilled} sections hold no text, ${item === undefined ? 'all of them' : `from "${item.title}" on`}`,
      why: `Headings without text are no evidence of ${controlNames(controls, library) || 'anything'}`,
      next: 'Write the sections that apply and remove the others; until then, leave the card out of what is handed to an auditor',
      controls,
      related:
        item === undefined
          ? []
          : [{ path: document.path, span: item.heading, message: `"${item.title}" holds no text` }],
      fixes: fillFixes(holes, model, context),
    });
  },
});
