// Real-shaped documents of a wanted length. The same seed gives the same text.

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

/** A control mapping of about `lines` lines: entries of nine lines with evidence, owners and sign-offs. */
export function mapping(lines, seed = 1) {
  const next = random(seed);
  const out = [
    'clausewright: control-mapping/1',
    'system: { id: scoring, name: Credit scoring, owner: risk@example.org, role: provider, stage: operation }',
    'framework: iso-42001',
    'controls:',
  ];
  for (let index = 0; out.length < lines; index += 1) {
    out.push(
      `  - id: ${CONTROLS[index % CONTROLS.length]}`,
      `    status: ${STATUSES[index % 3]}`,
      `    owner: owner${index % 40}@example.org`,
      `    notes: ${sentence(next)}`,
      '    evidence:',
      `      - https://example.org/evidence/${index}`,
      `      - path: https://example.org/report/${index}`,
      '        kind: report',
      `        expires: 2099-0${(index % 9) + 1}-15`,
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
