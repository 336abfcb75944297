// The documents that `new` starts, from a repository without any.
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/fixture.ts';
import { folderWith } from './support/folder.ts';
import { clausewright } from './support/program.ts';

function exampleCopy(name: string): string {
  const cwd = folderWith({});
  cpSync(join(ROOT, 'examples', name), cwd, { recursive: true });
  return cwd;
}

const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8');

interface Reported {
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

function checkFindings(cwd: string): Reported['findings'] {
  const { out } = clausewright(['check', '--format', 'json', '--fail-on', 'never'], { cwd });
  return (JSON.parse(out) as Reported).findings;
}

test('a model card for a fine-tuned model leaves only what people have to judge', () => {
  const cwd = exampleCopy('fine-tuned-model');
  const { code, out, err } = clausewright(['new', 'model-card'], { cwd });
  expect({ code, out }).toEqual({ code: 0, out: 'MODEL_CARD.md\n' });
  expect(err).toContain('values were filled from 8 sources');
  const card = read(cwd, 'MODEL_CARD.md');
  const filled = [...card.matchAll(/<!-- from ([^:]+): ([^>]+) -->/g)];
  expect(filled.length).toBe(50);
  expect(card).toContain(
    '- **Base model:** distilbert/distilbert-base-german-cased <!-- from adapter_config.json',
  );
  expect(card).toContain('- **Learning rate:** 2e-05 <!-- from training_args.json: learning_rate -->');
  expect(card).toContain(
    '| f1 | fernhill/customer-letters-2026-q1 | 0.8702 <!-- from .eval_results/letters-2026.yaml',
  );
  expect(card).toContain('license: apache-2.0 # from CITATION.cff: license');
  expect(card).toContain('# language: not known from the repository');
  const open = [...card.matchAll(/^#+ (.+)\n\n<!--\nTo be written\./gm)].map(hit => hit[1]);
  const known = [...card.matchAll(/^#+ (.+)\n\n(?:- \*\*|\|)/gm)].map(hit => hit[1]);
  expect(known).toEqual([
    'Model details',
    'Architecture',
    'Training data',
    'Preprocessing',
    'Training procedure',
    'Compute and tooling',
    'Evaluation',
    'Third parties',
    'License',
    'Version history',
    'Contact',
    'Citation',
  ]);
  expect(open).toContain('Intended use');
  expect(open).toContain('Limitations');
  for (const title of known) expect(open).not.toContain(title);
});

test('every value of a new card stands in the file that its comment names', () => {
  const cwd = exampleCopy('fine-tuned-model');
  clausewright(['new', 'model-card'], { cwd });
  const values = [...read(cwd, 'MODEL_CARD.md').matchAll(/(?:\*\*|\|) ([^|\n]+?) <!-- from ([^:]+): /g)];
  const derived = new Set(['peft', 'text-classification', 'fp16']);
  const strange = values.filter(([, value = '', file = '']) => {
    const text = read(cwd, file);
    const words = value.replace(/\\/g, '').split(/, | (?=\p{L})/u);
    return !derived.has(value) && !words.every(word => text.includes(word));
  });
  expect(values.length).toBeGreaterThan(40);
  expect(strange.map(hit => hit[0])).toEqual([]);
});

test('a new card has no error, and is not out of date before a file changes', () => {
  const cwd = exampleCopy('fine-tuned-model');
  clausewright(['new', 'model-card'], { cwd });
  const found = checkFindings(cwd);
  expect(found.filter(each => each.severity === 'error' || each.rule === 'card/out-of-date')).toEqual([]);
});

test('new never overwrites, and says what is there', () => {
  const cwd = folderWith({ 'MODEL_CARD.md': '# Ours\n' });
  const { code, out, err } = clausewright(['new', 'model-card'], { cwd });
  expect({ code, out, err }).toEqual({
    code: 2,
    out: '',
    err: 'clausewright: MODEL_CARD.md is there already; it was left as it is\n',
  });
  expect(read(cwd, 'MODEL_CARD.md')).toBe('# Ours\n');
  expect(readdirSync(cwd)).toEqual(['MODEL_CARD.md']);
});

test('a control mapping proposes what is documented and plans the rest', () => {
  const cwd = folderWith({
    'docs/MODEL_CARD.md': `---
system: scoring
---
# Scoring

## Evaluation

The model reaches an AUC of 0.81 on the held-out quarter of 2025.

## Limitations

<!-- To be written. -->
`,
    'docs/ai-policy.md': '# AI policy\n\nWe use models only where a person decides.\n',
  });
  expect(clausewright(['new', 'control-mapping'], { cwd }).out).toBe('controls.yaml\n');
  const mapping = read(cwd, 'controls.yaml');
  expect(mapping).toContain('system:\n  id: scoring\n');
  expect(mapping).toMatch(
    /- id: A\.6\.2\.4 # .+\n {4}status: partial\n {4}evidence:\n {6}- docs\/MODEL_CARD\.md#evaluation\n/,
  );
  expect(mapping).toMatch(
    /- id: A\.2\.2 # .+\n {4}status: partial\n {4}evidence:\n {6}- docs\/ai-policy\.md\n/,
  );
  expect(mapping).not.toContain('#limitations');
  const rules = checkFindings(cwd).map(each => each.rule);
  expect(rules.filter(each => each.startsWith('mapping/'))).toEqual(['mapping/missing-owner']);
  const again = clausewright(['new', 'control-mapping', '--system', 'scoring', '--output', 'other.yaml'], {
    cwd,
  });
  expect(again.err).toContain('controls.yaml is the control mapping of scoring already');
  expect(again.code).toBe(2);
});

test('wrong usage is told with what would be right', () => {
  const cwd = folderWith({});
  expect(clausewright(['new'], { cwd }).err).toContain('name one kind of document');
  expect(clausewright(['new', 'model-crad'], { cwd }).err).toContain('did you mean "model-card"');
  expect(clausewright(['new', 'control-mapping'], { cwd }).err).toContain('--system ID');
  expect(clausewright(['new', 'model-card', '--output', '../x.md'], { cwd }).err).toContain(
    'outside of the working folder',
  );
  expect(clausewright(['new', 'model-card', '--format', 'yaml'], { cwd }).err).toContain(
    'not written as yaml',
  );
});

test('a dataset card is filled from its description', () => {
  const cwd = folderWith({
    'dataset_infos.json': JSON.stringify({
      default: {
        license: 'cc-by-4.0',
        features: {
          text: { dtype: 'string', _type: 'Value' },
          label: { names: ['a', 'b'], _type: 'ClassLabel' },
        },
        splits: { train: { name: 'train', num_examples: 20096 }, test: { name: 'test', num_examples: 5024 } },
        download_size: 812345,
      },
    }),
  });
  expect(clausewright(['new', 'dataset-card'], { cwd }).out).toBe('DATASET_CARD.md\n');
  const card = read(cwd, 'DATASET_CARD.md');
  expect(card).toContain('license: cc-by-4.0 # from dataset_infos.json: default.license');
  expect(card).toContain(
    '| train | 20096 <!-- from dataset_infos.json: default.splits.train.num_examples --> |',
  );
  expect(card).toContain('| label | ClassLabel <!-- from');
  expect(
    checkFindings(cwd).filter(each => each.severity === 'error' || each.rule === 'card/out-of-date'),
  ).toEqual([]);
});
