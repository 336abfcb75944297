import { isPlaceholderValue } from '../../model/placeholders.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { setFields } from '../../workspace/scaffold/entry-fields.ts';
import { justificationStub } from '../../workspace/scaffold/exclude.ts';
import { defineRule } from '../define.ts';
import { quoted } from '../wording.ts';
import { resolvedEntries } from './resolved.ts';

const NO_REASON = /^(?:n\/?a|none|no|-+|not applicable|not relevant|not needed)?\.?$/i;

/** A control that is left out for no reason. */
export const missingJustification = defineRule({
  id: 'mapping/missing-justification',
  kinds: ['control-mapping'],
  reads: 'workspace',
  severity: 'error',
  since: '0.1.0',
  summary: 'A control is excluded without a reason.',
  why: 'ISO/IEC 42001 clause 6.1.3 asks for a justification of each excluded control in the Statement of Applicability.',
  clauses: ['iso-42001:6.1.3'],
  bad: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: ⟦A.10.4⟧
    applicable: false
  - id: A.10.3
    applicable: false
    justification: ⟦TODO ask purchasing⟧
`,
  ],
  good: [
    `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.10.4
    applicable: false
    justification: No customer receives the system; internal use only.
`,
  ],
  check(mapping, context) {
    const { document } = context;
    for (const { start, entry, qualified } of context.derive(resolvedEntries)) {
      if (entry.faulty || entry.applicable?.value !== false || entry.id === undefined) continue;
      const { justification, id } = entry;
      if (justification === undefined && isUnreadable(entry.fields.get('justification')?.value.kind))
        continue;
      const text = justification?.value.trim() ?? '';
      if (!NO_REASON.test(text) && !isPlaceholderValue(text) && !/^(?:todo|tbd)\b/i.test(text)) continue;
      context.report({
        at: justification === undefined || text === '' ? at(start, id) : at(start, justification),
        what:
          text === ''
            ? `${id.value} is excluded without a justification`
            : `${id.value} is excluded, and ${quoted(text)} is no justification`,
        why: 'The Statement of Applicability justifies each control that it leaves out (ISO/IEC 42001 clause 6.1.3)',
        next: 'Say under "justification:" why this system does not need the control',
        controls: qualified === undefined ? [] : [qualified],
        fixes:
          text !== ''
            ? []
            : [
                {
                  title: 'Add a justification to fill in',
                  kind: 'scaffold',
                  change: () => {
                    const wanted = [['justification', justificationStub(id.value)]] as const;
                    const edits = setFields(document.source.text, mapping, { start, value: entry }, wanted);
                    return edits === undefined ? [] : [editFile(document.path, ...edits)];
                  },
                },
              ],
      });
    }
  },
});

/** A list, a map or an alias is some answer; its type is another rule's matter. */
function isUnreadable(kind: string | undefined): boolean {
  return kind !== undefined && kind !== 'scalar';
}
