// The pages of the rules. Everything on them stands in the rules' own files.
import { relationsOf } from '../../server/src/features/explain.ts';
import { clauseName } from './clauses.mjs';
import { exampleFiles } from './example.mjs';
import { fenced, table } from './markdown.mjs';

const NOTE = '<!-- Made by scripts/docs.mjs from the rule; do not edit. -->';
const KINDS = {
  'control-mapping': 'control mappings',
  'model-card': 'model cards',
  'dataset-card': 'dataset cards',
  'space-card': 'Space cards',
  'impact-assessment': 'impact assessments',
  incident: 'incidents and concerns',
  config: 'configurations',
  evidence: 'evidence',
};

/** The page of one rule. `names` are the heads of the frameworks. */
export function rulePage(rule, names) {
  const facts = table(
    ['severity', 'checks', 'since', 'rests on'],
    [
      [
        `\`${rule.severity}\``,
        rule.kinds.map(kind => KINDS[kind] ?? kind).join(', '),
        rule.since,
        rule.clauses.map(id => clauseName(id, names)).join(', '),
      ],
    ],
  );
  const parts = [
    NOTE,
    `# ${rule.id}`,
    rule.summary,
    facts,
    '## Why',
    rule.why,
    ...(rule.sources ?? []).map(source => `- ${source}`),
    ...relations(rule),
    '## Found',
    ...rule.bad.flatMap(example => bad(rule, example)),
    '## In order',
    ...rule.good.flatMap(example => good(rule, example)),
    '## Settings',
    ...settings(rule),
  ];
  return `${parts.map(part => part.trimEnd()).join('\n\n')}\n`;
}

/** What the rule has to do with the findings of others, with links to their pages. */
function relations(rule) {
  const linked = relationsOf(rule).map(text =>
    text.replaceAll(/[a-z]+\/[a-z-]+/g, id => `[${id}](../${id}.md)`),
  );
  return linked.length === 0 ? [] : ['## With other rules', ...linked];
}

function bad(rule, example) {
  return exampleFiles(example, rule.kinds[0]).flatMap(({ path, language, text, marks }) => [
    `\`${path}\``,
    fenced(language, text),
    ...marks.map(
      ({ line, marked }) => `Found in line ${line}${marked === '' ? '' : `: ${inlineCode(marked)}`}`,
    ),
  ]);
}

function good(rule, example) {
  return exampleFiles(example, rule.kinds[0]).flatMap(({ path, language, text }) => [
    `\`${path}\``,
    fenced(language, text),
  ]);
}

function inlineCode(text) {
  const line = text.split('\n')[0].trim();
  const shown = line === text.trim() ? line : `${line} …`;
  return shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``;
}

function settings(rule) {
  const options = Object.entries(rule.options);
  const values = options.map(([name, option]) => [
    `\`${name}\``,
    `\`${JSON.stringify(option.default)}\``,
    option.description,
  ]);
  const snippet =
    options.length === 0
      ? `rules:\n  ${rule.id}: off # or error, warning, information, hint\n`
      : `rules:\n  ${rule.id}:\n    severity: ${rule.severity}\n    options:\n${options
          .map(([name, option]) => `      ${name}: ${JSON.stringify(option.default)}\n`)
          .join('')}`;
  return [
    ...(values.length === 0 ? [] : [table(['option', 'default', 'meaning'], values)]),
    'In `clausewright.yaml`:',
    fenced('yaml', snippet),
    'For one place, with the reason:',
    rule.kinds.some(kind => kind === 'control-mapping' || kind === 'config')
      ? fenced('yaml', `# clausewright-disable-next-line ${rule.id}: why it does not matter here\n`)
      : fenced(
          'markdown',
          `<!-- clausewright-disable-next-line ${rule.id}: why it does not matter here -->\n`,
        ),
  ];
}

/** The list of all rules by group. */
export function ruleIndex(rules) {
  const groups = Map.groupBy(rules, rule => rule.id.slice(0, rule.id.indexOf('/')));
  const parts = [
    NOTE,
    '# Rules',
    'Each finding carries the id of its rule. A page says what the rule finds, why it matters, with which clause, and how it is set.',
    ...[...groups].flatMap(([group, list]) => [
      `## ${group}`,
      table(
        ['rule', 'severity', 'finds'],
        list.map(rule => [`[${rule.id}](${rule.id}.md)`, rule.severity, rule.summary]),
      ),
    ]),
  ];
  return `${parts.map(part => part.trimEnd()).join('\n\n')}\n`;
}
