// Real-shaped documents of a wanted length. The same seed gives the same text.
import { readFileSync } from 'node:fs';

const CATALOGS = new URL('../dist/catalogs/', import.meta.url);

const CONTROLS = [
  'A.2.2',
  'A.3.2',
  'A.4.2',
  'A.4.3',
  'A.5.2',
  'A.5.4',
  'A.6.1.2',
  'A.6.2.2',
  'A.6.2.3',
  'A.6.2.4',
  'A.6.2.6',
  'A.7.2',
  'A.7.4',
  'A.7.5',
  'A.8.2',
  'A.9.2',
  'A.10.3',
];
const STATUSES = ['planned', 'partial', 'implemented'];
const WORDS =
  'the model is trained on records of loan applications from four regions and evaluated each quarter against a sample that reviewers have labelled by hand'.split(
    ' ',
  );

function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function sentence(next, words = 14) {
  return Array.from({ length: words }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ');
}

/** Ids of the controls of several frameworks, as a large mapping answers them. */
function controlIds() {
  const frameworks = ['iso-42001', 'iso-27001', 'nist-ai-rmf', 'nist-csf'];
  return frameworks.flatMap(framework => {
    const { items, assessable } = JSON.parse(
      readFileSync(new URL(`framework.${framework}.json`, CATALOGS), 'utf8'),
    );
    return items.filter(item => assessable.includes(item.kind)).map(item => `${framework}:${item.id}`);
  });
}

/** Files that the mapping's evidence points at. */
export function evidenceFiles() {
  const sections = Array.from(
    { length: 40 },
    (_, index) => `## Record ${index}\n\nWhat was decided, by whom and when.\n`,
  );
  return { 'docs/records.md': `# Records\n\n${sections.join('\n')}` };
}

/** A control mapping of about `lines` lines: entries of 22 lines with notes, owners and evidence in a document. */
export function mapping(lines, seed = 1) {
  const next = random(seed);
  const ids = controlIds();
  const out = [
    'clausewright: control-mapping/1',
    `system: { id: scoring-${seed}, name: Credit scoring, owner: risk@example.org, role: provider, stage: operation }`,
    'framework: iso-42001',
    // A short mapping answers one framework, as they do; a long one has entries of all four.
    ...(lines < 100 ? [] : ['frameworks: [iso-27001, nist-ai-rmf, nist-csf]']),
    'controls:',
  ];
  for (let index = 0; out.length < lines; index += 1) {
    out.push(
      `  - id: ${ids[index % ids.length]}`,
      `    status: ${STATUSES[index % 3]}`,
      `    owner: owner${index % 40}@example.org`,
      `    notes: ${sentence(next)}`,
      '    justification: |',
      ...Array.from({ length: 8 }, () => `      ${sentence(next, 10)}`),
      '    evidence:',
      `      - docs/records.md#record-${index % 40}`,
      `      - path: docs/records.md#record-${(index + 7) % 40}`,
      '        kind: record',
      `        expires: 2099-0${(index % 9) + 1}-15`,
      `        notes: ${sentence(next, 8)}`,
      `      - path: docs/records.md#record-${(index + 19) % 40}`,
      '        kind: report',
      '',
    );
  }
  return `${out.slice(0, lines).join('\n')}\n`;
}

/** A JSON document of about `lines` lines with the content of the mapping. */
export function json(lines, seed = 1) {
  const next = random(seed);
  const controls = Array.from({ length: Math.max(1, Math.floor(lines / 9)) }, (_, index) => ({
    id: CONTROLS[index % CONTROLS.length],
    status: STATUSES[index % 3],
    owner: `owner${index % 40}@example.org`,
    notes: sentence(next),
    evidence: [`https://example.org/evidence/${index}`],
  }));
  return JSON.stringify({ clausewright: 'control-mapping/1', controls }, null, 2);
}

const SECTIONS = [
  'Model details',
  'Intended use',
  'Out-of-scope use',
  'Training data',
  'Training procedure',
  'Evaluation',
  'Limitations',
  'Bias and fairness',
  'Environmental impact',
  'Contact',
];

/** A model card of about `lines` lines: front matter, then sections of prose, lists, a table and links. */
export function card(lines, seed = 1) {
  const next = random(seed);
  const out = [
    '---',
    'license: apache-2.0',
    'language: en',
    'tags:',
    '- tabular-classification',
    'datasets: [loans]',
    '---',
    '',
    '# Credit scoring',
    '',
  ];
  for (let index = 0; out.length < lines; index += 1) {
    const title = SECTIONS[index % SECTIONS.length];
    const part = Math.floor(index / SECTIONS.length);
    out.push(`## ${title}${part === 0 ? '' : ` part ${part + 1}`}`, '');
    for (let paragraph = 0; paragraph < 3; paragraph += 1)
      out.push(sentence(next, 16), sentence(next, 16), '');
    out.push(
      `- ${sentence(next, 6)}`,
      `- ${sentence(next, 6)} ([source](https://example.org/${index}))`,
      '',
      '| Metric | Value |',
      '|---|---|',
      `| AUC | 0.${70 + (index % 20)} |`,
      '',
    );
  }
  return `${out.slice(0, lines).join('\n')}\n`;
}
