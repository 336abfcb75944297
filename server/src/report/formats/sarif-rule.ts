import type { Severity } from '../../model/severity.ts';
import type { DescribedRule } from './format.ts';
import { longestRun } from './markdown-text.ts';

/** Tags that GitHub takes on one rule. */
const MOST_TAGS = 20;

/** An example with more characters shows less than its page. */
const MOST_EXAMPLE = 1500;

/** How SARIF names a severity. */
export function sarifLevel(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

/** A rule as SARIF describes it (`reportingDescriptor`). */
export function sarifRule(rule: DescribedRule, page: string): object {
  const { id, severity, summary, clauses } = rule;
  const level = sarifLevel(severity);
  return {
    id,
    name: id
      .split(/[/-]/)
      .map(word => word.slice(0, 1).toUpperCase() + word.slice(1))
      .join(''),
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${rule.why}` },
    help: { text: helpText(rule, page), markdown: helpMarkdown(rule, page) },
    helpUri: page,
    defaultConfiguration: { level },
    properties: {
      tags: ['documentation', id.slice(0, id.indexOf('/')), ...clauses].slice(0, MOST_TAGS),
      precision: 'high',
      'problem.severity': level === 'note' ? 'recommendation' : level,
    },
  };
}

function helpText({ summary, why, clauses, sources = [] }: DescribedRule, page: string): string {
  return [
    `${summary} ${why}`,
    clauses.length === 0 ? '' : `Rests on: ${clauses.join(', ')}.`,
    sources.length === 0 ? '' : `Sources: ${sources.join('; ')}.`,
    `More: ${page}`,
  ]
    .filter(line => line !== '')
    .join('\n');
}

function helpMarkdown(
  { summary, why, clauses, sources = [], bad = [] }: DescribedRule,
  page: string,
): string {
  const example = (bad[0] ?? '').replace(/[⟦⟧]/g, '').trimEnd();
  const fence = '`'.repeat(Math.max(3, longestRun(example) + 1));
  return [
    summary,
    why,
    clauses.length === 0 ? '' : `**Rests on:** ${clauses.map(id => `\`${id}\``).join(', ')}`,
    sources.length === 0 ? '' : `**Sources:** ${sources.join('; ')}`,
    example === '' || example.length > MOST_EXAMPLE
      ? ''
      : `**An example that gives this finding:**\n\n${fence}text\n${example}\n${fence}`,
    `[More about this rule](${page})`,
  ]
    .filter(part => part !== '')
    .join('\n\n');
}
