import { relationsOf } from '../../../features/explain.ts';
import type { Paint } from '../../../report/paint.ts';
import type { Rule } from '../../../rules/define.ts';
import { wrap } from '../help.ts';
import { list } from './list.ts';

/** A rule for people: what it finds, why, how to configure it, and documents that show it. */
export function ruleText(rule: Rule, paint: Paint): string {
  const options = Object.entries(rule.options).map(
    ([name, option]) => `${name}: ${option.description} Default ${JSON.stringify(option.default)}.`,
  );
  const parts = [
    `${paint.path(rule.id)}  ${paint.severity[rule.severity](rule.severity)}`,
    paint.faint(`Reads ${rule.kinds.join(', ')}; since ${rule.since}`),
    wrap(rule.summary, ''),
    wrap(rule.why, ''),
    ...relationsOf(rule).map(each => wrap(each, '')),
    list('Rests on', rule.clauses, paint),
    list('Sources', rule.sources ?? [], paint),
    list('Options', options, paint),
    ...rule.bad.map(each => example('Found, at the marked text', each, paint)),
    ...rule.good.map(each => example('In order', each, paint)),
    wrap(
      `Configure it in clausewright.yaml: "rules: { ${rule.id}: off }", or a severity in place of "off".`,
      '',
    ),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function example(title: string, text: string, paint: Paint): string {
  const lines = text.trimEnd().split('\n');
  return [paint.faint(`${title}:`), '', ...lines.map(line => `    ${line}`.trimEnd())].join('\n');
}
