import { defineRule } from '../define.ts';
import { addFix } from '../sections/add-fix.ts';
import { controlsOf, reasonsOf, reportEmpty } from '../sections/empty.ts';
import { gapsOf } from '../sections/gaps.ts';
import { headOf } from '../sections/head.ts';
import { CALLED } from '../sections/kinds.ts';
import { ownerOf } from '../sections/owners.ts';

const ID = 'card/no-contact';

/** A card that gives nobody to turn to. */
export const noContact = defineRule({
  id: ID,
  kinds: ['model-card', 'dataset-card'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary:
    'A card gives no way to reach anybody: no section on it, no address, no link to issues or discussions, no handle. Information; a warning where the system is high-risk.',
  why: 'ISO/IEC 42001 A.8.3 asks for a way in which interested parties can report adverse impacts, and A.3.3 for one in which concerns can be raised.',
  clauses: ['iso-42001:A.8.3', 'iso-42001:A.3.3'],
  standIns: ['card/no-limitations', 'card/placeholder', 'card/template-not-filled'],
  bad: [
    `# ⟦Ticket router⟧

Sorts support tickets into twelve queues. It does not handle tickets in Dutch.
`,
    `# Ticket router

Sorts support tickets into twelve queues. It does not handle tickets in Dutch.

## ⟦Contact⟧

## License

Internal.
`,
  ],
  good: [
    `# Ticket router

Sorts support tickets into twelve queues. It does not handle tickets in Dutch. Write to platform@example.org.
`,
    `# Ticket router

Sorts support tickets into twelve queues. It does not handle tickets in Dutch.

Open an issue at https://github.com/example/router/issues if one went wrong.
`,
  ],
  check(model, context) {
    const { absent, empty } = context.derive(gapsOf);
    for (const section of empty)
      if (ownerOf(section.gaps, model.kind) === ID) reportEmpty(section, model, context);
    for (const gap of absent) {
      if (ownerOf([gap], model.kind) !== ID) continue;
      const report = {
        at: headOf(context.document, model),
        what: `The ${CALLED[model.kind] ?? 'card'} names nobody to turn to: no address, no link for issues or discussions`,
        why: [
          ...reasonsOf([gap]),
          'Somebody who sees harm done has no way to report it (ISO/IEC 42001 A.8.3)',
        ].join('. '),
        next: 'Add a section "Contact" with an address or a link where somebody answers',
        controls: controlsOf([gap]),
        fixes: addFix([gap.concept], model, context),
      };
      context.report(gap.expected === 'always' ? report : { ...report, severity: 'information' as const });
    }
  },
});
