import type { Entry } from '../../model/entry.ts';
import type { Field } from '../../model/field.ts';
import { at } from '../../text/span.ts';
import { type Target, targetOf } from '../../workspace/target.ts';
import { defineRule, type RuleContext } from '../define.ts';
import { resolvedEntries } from '../mapping/resolved.ts';

/** The same evidence twice in one entry. */
export const duplicateEvidence = defineRule({
  id: 'evidence/duplicate',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'information',
  since: '0.1.0',
  summary: 'An entry names the same evidence twice.',
  why: 'ISO/IEC 42001 clause 7.5.3 asks for control of documented information: the second mention grows old unnoticed, with a sign-off or a date of its own.',
  clauses: ['iso-42001:7.5.3'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence:
      - docs/evaluation.md
      - ⟦./docs/evaluation.md⟧
//- docs/evaluation.md
# Evaluation

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
      - docs/evaluation.md#results
//- docs/evaluation.md
# Evaluation

We compare approval rates by age.

## Results

The model reaches an AUC of 0.81 on the held-out quarter.
`,
  ],
  check(_, context) {
    const { path } = context.document;
    const repeats = (entry: Entry): readonly Repeat[] => repeated(entry, context);
    for (const { start, entry } of context.derive(resolvedEntries)) {
      if (entry.faulty || entry.evidence.length < 2) continue;
      for (const { first, again } of context.remember(entry, NAME, repeats))
        context.report({
          at: at(start, again),
          what: `${entry.id?.value ?? 'This entry'} names ${again.value} twice`,
          why: 'A second mention grows old unnoticed, with a sign-off or a date of its own (ISO/IEC 42001 clause 7.5.3)',
          next: 'Keep one of the two',
          related: [{ path, span: at(start, first), message: 'The first mention' }],
        });
    }
  },
});

const NAME = 'repeated evidence';

/** The evidence of an entry that leads where an earlier piece of it leads. */
/** Two mentions of one thing in an entry. */
interface Repeat {
  readonly first: Field<string>;
  readonly again: Field<string>;
}

function repeated({ evidence }: Entry, { document, root }: RuleContext): readonly Repeat[] {
  const seen = new Map<string, Field<string>>();
  return evidence.flatMap(({ target: written }) => {
    const key = keyOf(targetOf(written.value, document.path, root));
    const first = seen.get(key);
    if (first === undefined) seen.set(key, written);
    return first === undefined ? [] : [{ first, again: written }];
  });
}

/** Two links of one key lead to the same place. */
function keyOf(target: Target): string {
  switch (target.kind) {
    case 'file':
      return `file ${target.path}#${target.fragment ?? ''}`;
    case 'glob':
      return `glob ${target.pattern}`;
    default:
      return JSON.stringify(target);
  }
}
