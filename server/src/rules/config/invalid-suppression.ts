import { nearestWord } from '../../catalog/nearest.ts';
import { type Directive, directivesIn } from '../../model/directives.ts';
import { bodyOf, type ParsedDocument } from '../../model/document.ts';
import { editFile } from '../../workspace/change.ts';
import { isDate } from '../../workspace/evidence/dates.ts';
import type { Report } from '../../workspace/finding.ts';
import { defineRule, type Rule, type RuleContext } from '../define.ts';
import { quoted } from '../wording.ts';
import { type KnownRules, ruleNames } from './names.ts';

const WHY =
  'A finding is set aside for a reason that others can judge (ISO/IEC 42001 clause 10.2 asks what is done about a nonconformity, and why)';

/** A comment that is to silence a finding and does not. `rules` are those that it can name. */
export function invalidSuppression(rules: KnownRules): Rule {
  return defineRule({
    id: 'config/invalid-suppression',
    kinds: [
      'control-mapping',
      'model-card',
      'dataset-card',
      'space-card',
      'impact-assessment',
      'config',
      'catalog',
    ],
    reads: 'document',
    severity: 'warning',
    since: '0.1.0',
    summary: 'A comment that is to silence findings gives no reason, or names a rule that does not exist.',
    why: 'ISO/IEC 42001 clause 10.2 asks what is done about a nonconformity, and why; a finding that is set aside without a reason cannot be judged by others.',
    clauses: ['iso-42001:10.2'],
    bad: [
      `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  ⟦# clausewright-disable-next-line mapping/missing-evidence⟧
  - id: A.6.2.4
    status: planned
  ⟦# clausewright-disable-next-line mapping/missing-evidnce: arrives with the pilot⟧
  - id: A.5.2
    status: planned
`,
    ],
    good: [
      `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  # clausewright-disable-next-line mapping/missing-evidence: arrives with the pilot until=2027-03-31
  - id: A.6.2.4
    status: implemented
`,
    ],
    check(_, context) {
      const { document } = context;
      const directives = directivesIn(document.source);
      if (directives.length === 0) return;
      const names = ruleNames(rules);
      for (const each of directives) {
        if (isInCode(each, document)) continue;
        const found = faultOf(each, names, context);
        if (found !== undefined) context.report(found);
      }
    },
  });
}

/** An example in a code block is shown, not meant. */
function isInCode({ span }: Directive, { model }: ParsedDocument): boolean {
  const section = bodyOf(model)?.sections.findLast(each => each.start <= span.start);
  return (
    section?.value.blocks.some(
      block =>
        block.kind === 'code' &&
        section.start + block.from <= span.start &&
        span.end <= section.start + block.to,
    ) === true
  );
}

function faultOf(
  directive: Directive,
  names: readonly string[],
  context: RuleContext<Record<never, never>>,
): Report | undefined {
  const { span, scope, reason } = directive;
  if (scope !== 'to' && reason === '')
    return {
      at: span,
      what: 'This comment gives no reason, and so it silences nothing',
      why: WHY,
      next: 'Write the reason behind a colon: "clausewright-disable-next-line mapping/missing-evidence: the reason"',
    };
  const unknown = directive.rules.find(rule => !names.includes(rule));
  if (unknown !== undefined) return unknownRule(directive, unknown, names, context);
  if (directive.until !== undefined && !isDate(directive.until))
    return {
      at: span,
      what: `${quoted(directive.until)} is no day of the calendar`,
      why: WHY,
      next: 'Write until=YYYY-MM-DD',
    };
  const { forbidden } = context.scope;
  const denied = directive.rules.find(rule =>
    forbidden.some(each => rule === each || rule.startsWith(`${each}/`)),
  );
  if (denied === undefined || scope === 'to') return undefined;
  return {
    at: span,
    what: `The configuration lets no comment silence ${denied}`,
    why: WHY,
    next: 'Take the comment away, or the rule out of "suppressions: forbid:"',
  };
}

function unknownRule(
  { span }: Directive,
  rule: string,
  names: readonly string[],
  { document }: RuleContext<Record<never, never>>,
): Report {
  const near = nearestWord(rule, names)?.word;
  const offset = span.start + document.source.slice(span).indexOf(rule);
  return {
    at: span,
    what: `There is no rule ${quoted(rule)}`,
    why: WHY,
    next:
      near === undefined
        ? 'Name a rule or a group, such as mapping/missing-evidence or mapping'
        : `Did you mean "${near}"?`,
    fixes:
      near === undefined
        ? []
        : [
            {
              title: `Change to ${near}`,
              kind: 'safe',
              change: () => [
                editFile(document.path, { span: { start: offset, end: offset + rule.length }, text: near }),
              ],
            },
          ],
  };
}
