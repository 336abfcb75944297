import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/fixture.ts';
import { clausewright } from './support/program.ts';

const FOLDER = join(ROOT, 'examples', 'two-systems');

interface GraphJson {
  readonly version: number;
  readonly nodes: readonly { readonly id: string; readonly kind: string; readonly label: string }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string }[];
}

test('JSON leads from systems over controls to evidence, and from code and documents to controls', () => {
  const run = clausewright(['graph', '--format', 'json'], { cwd: FOLDER });
  expect(run.code).toBe(0);
  const { version, nodes, edges } = JSON.parse(run.out) as GraphJson;
  expect(version).toBe(1);
  expect(nodes.filter(each => each.kind === 'system').map(each => each.label)).toEqual([
    'Claims triage',
    'Fraud screening',
  ]);
  const ids = new Set(nodes.map(each => each.id));
  expect(ids.size).toBe(nodes.length);
  expect(edges.filter(each => !ids.has(each.from) || !ids.has(each.to))).toEqual([]);
  const has = (from: string, to: string, label: string): void =>
    expect(edges).toContainEqual({ from, to, label });
  has('system:claims-triage', 'iso-42001:A.2.2', 'implemented');
  has('system:fraud-screening', 'iso-42001:A.2.2', 'implemented');
  has('system:claims-triage', 'iso-42001:A.10.4', 'excludes');
  has('iso-42001:A.2.2', 'claims-triage/docs/ai-policy.md', 'reviewed');
  has(
    'iso-42001:A.5.2',
    'claims-triage/docs/impact-assessment.md#impact-on-individuals',
    'documented, suspect',
  );
  has('iso-42001:A.2.2', 'nist-ai-rmf:GOVERN 1.2', 'satisfies');
  has('claims-triage/src/triage.py', 'iso-42001:A.6.2.8', 'claims');
  has('claims-triage/MODEL_CARD.md', 'iso-42001:A.10.4', 'claims');
});

test('text, Graphviz and Mermaid say the same', () => {
  const text = clausewright(['graph'], { cwd: FOLDER }).out;
  expect(text).toContain('Claims triage (system:claims-triage)\n');
  expect(text).toMatch(/^ {2}implemented → A\.2\.2 AI policy$/m);
  const dot = clausewright(['graph', '--format', 'dot'], { cwd: FOLDER }).out;
  expect(dot).toMatch(/^digraph evidence \{\n/);
  expect(dot).toContain('"system:claims-triage" -> "iso-42001:A.2.2" [label="implemented"];');
  const mermaid = clausewright(['graph', '--format', 'mermaid'], { cwd: FOLDER }).out;
  expect(mermaid).toMatch(/^flowchart LR\n/);
  expect(mermaid.split('\n').filter(line => line.includes('-->')).length).toBe(
    dot.split('\n').filter(line => line.includes(' -> ')).length,
  );
});
