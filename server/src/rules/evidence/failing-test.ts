import { at } from '../../text/span.ts';
import { defineRule } from '../define.ts';
import { troubledRows } from './graded-rows.ts';

const FAILING: ReadonlySet<string> = new Set(['failing', 'unreadable-result', 'no-checks']);

/** Test evidence that does not pass. */
export const failingTest = defineRule({
  id: 'evidence/failing-test',
  kinds: ['control-mapping'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'error',
  since: '0.1.0',
  summary: 'A test result that is given as evidence fails, is empty or cannot be read.',
  why: 'ISO/IEC 42001 A.6.2.4 asks for verification against acceptance criteria: a failing result is evidence that they are not met.',
  clauses: ['iso-42001:A.6.2.4', 'iso-42001:9.1'],
  bad: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence: ⟦reports/fairness.junit.xml⟧
//- reports/fairness.junit.xml
<testsuite>
  <testcase name="approval rates by age differ by less than 0.1"><failure message="0.14"/></testcase>
</testsuite>
`,
  ],
  good: [
    `//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence: reports/fairness.junit.xml
//- reports/fairness.junit.xml
<testsuite><testcase name="approval rates by age differ by less than 0.1"/></testsuite>
`,
  ],
  check(_, context) {
    for (const { start, entry, graded, id } of context.derive(troubledRows)) {
      for (const [index, piece] of graded.evidence.entries()) {
        const evidence = entry.evidence[index];
        if (evidence === undefined || piece.path === undefined || !FAILING.has(piece.reason?.code ?? ''))
          continue;
        const named = context.graph.test(piece.path)?.failures ?? [];
        context.report({
          at: at(start, evidence.target),
          what: `${piece.target} is no proof for ${entry.id?.value ?? id}: ${piece.reason?.text ?? ''}${listed(named)}`,
          why: 'Verification is held against acceptance criteria, and a failing result shows that they are not met (ISO/IEC 42001 A.6.2.4)',
          next: 'Mend what fails and run the tests again, or say in the status that the control is partial',
          controls: [id],
        });
      }
    }
  },
});

function listed(names: readonly string[]): string {
  if (names.length === 0) return '';
  const shown = names.slice(0, 3).join('; ');
  return ` (${shown}${names.length > 3 ? '; …' : ''})`;
}
