import type { RuleInfo } from '../../workspace/finding.ts';
import type { FeatureContext } from '../context.ts';
import { blocks, code, escaped, listed } from '../markdown.ts';
import { itemLink } from './control.ts';

/** A rule: what it finds, why that matters, and how it is set here. */
export function ruleMarkdown({ library, scope }: FeatureContext, rule: RuleInfo): string {
  const group = rule.id.slice(0, rule.id.indexOf('/'));
  const set = scope.rules.get(rule.id)?.severity ?? scope.rules.get(group)?.severity;
  const here = set === undefined || set === rule.severity ? '' : `, here ${code(set)}`;
  return blocks(
    `**${escaped(rule.id)}** *rule since ${escaped(rule.since)} · by default ${code(rule.severity)}${here}*`,
    escaped(rule.summary),
    escaped(rule.why),
    listed(
      'Rests on',
      rule.clauses.map(id => itemLink(library, id)),
    ),
    listed('Sources', (rule.sources ?? []).map(escaped)),
  );
}

/** A group of rules: `mapping` in a configuration or a suppression stands for all of them. */
export function groupMarkdown(group: string, rules: readonly RuleInfo[]): string | undefined {
  const members = rules.filter(rule => rule.id.startsWith(`${group}/`));
  if (members.length === 0) return undefined;
  return blocks(
    `**${escaped(group)}** *group of rules*`,
    members.map(rule => `- ${code(rule.id)} ${escaped(rule.summary)}`).join('\n'),
  );
}
