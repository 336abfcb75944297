import { metricKey } from '../../model/card/metric-names.ts';
import { agree, type Measured } from '../../model/numbers.ts';
import { systemAt } from '../../model/sectioned.ts';
import type { MetricFact } from '../../workspace/card-facts.ts';
import type { TestFact } from '../../workspace/evidence-facts.ts';
import type { Stated } from '../../workspace/facts.ts';
import { targetOf } from '../../workspace/target.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';

/** A number in a table that is not the one in the results. */
export const metric = defineRule({
  id: 'crossdoc/metric',
  kinds: ['model-card', 'impact-assessment'],
  reads: 'workspace',
  needsOthers: true,
  severity: 'warning',
  since: '0.1.0',
  summary: 'A metric in a table differs from the value in the model-index or in a result file of the system.',
  why: 'ISO/IEC 42001 A.6.2.4 asks that verification results are recorded; two numbers for one measurement leave an auditor with none.',
  clauses: ['iso-42001:A.6.2.4', 'iso-42001:A.6.2.7'],
  bad: [
    `//- MODEL_CARD.md
---
license: mit
system: scoring
---
# Scoring model

| Metric | Value |
|---|---|
| AUC | ⟦0.91⟧ |
| F1 | 74.2 % |
//- reports/metrics.json
{ "roc_auc": 0.812, "f1": 0.742 }
//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence: [{ path: reports/metrics.json, kind: test }]
//- clausewright.yaml
rules: { card: off, mapping/missing-controls: off }
`,
  ],
  good: [
    `//- MODEL_CARD.md
---
license: mit
system: scoring
---
# Scoring model

| Metric | Value |
|---|---|
| AUC | 0.81 |
| F1 | 74.2 % |
//- reports/metrics.json
{ "roc_auc": 0.812, "f1": 0.742 }
//- controls.yaml
clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
    evidence: [{ path: reports/metrics.json, kind: test }]
//- clausewright.yaml
rules: { card: off, mapping/missing-controls: off }
`,
  ],
  check(model, context) {
    const { document, graph, report } = context;
    const results = [...resultFiles(context, systemAt(model.metadata)?.value.value), document.path]
      .map(path => ({ path, values: valuesOf(graph.test(path)) }))
      .filter(({ values }) => values.length > 0);
    if (results.length === 0) return;
    const stated = graph.metrics(document.path).filter(each => each.data.where === '');
    const told = new Set<Stated<MetricFact>>();
    for (const { path, values } of results) {
      for (const { name, key, value } of values) {
        const mine = stated.filter(each => each.data.name === key);
        const cell = mine[0];
        // A metric that stands several times is of several things.
        if (cell === undefined || mine.length > 1 || told.has(cell)) continue;
        if (agree(asMeasured(cell), { value, tolerance: precision(value), percent: false })) continue;
        told.add(cell);
        report({
          at: cell.span,
          what: `The table says ${cell.data.written} for ${cell.data.name}, and ${path === document.path ? 'the model-index above' : path} says ${value}`,
          why: 'Two numbers for one measurement leave an auditor with none (ISO/IEC 42001 A.6.2.4)',
          next: 'Correct the one that is wrong, or say in the table which data or slice it is of',
          controls: ['iso-42001:A.6.2.4'],
          related:
            path === document.path
              ? []
              : [{ path, span: { start: 0, end: 0 }, message: `${name}: ${value}`, fact: `test:${path}` }],
        });
      }
    }
  },
});

/** The values of a result that can be told apart by their metric: a metric on two datasets is of two things. */
function valuesOf(test: TestFact | undefined): { name: string; key: string; value: number }[] {
  const all = Object.entries(test?.values ?? {}).flatMap(([name, value]) => {
    const key = metricKey(test?.format === 'model-index' ? name.replace(/ on .*/s, '') : name);
    return key === undefined ? [] : [{ name, key, value }];
  });
  return all.filter(each => all.filter(other => other.key === each.key).length === 1);
}

/** Files of results that the mapping of the same system names as evidence. */
function resultFiles({ document, graph, root }: WorkspaceContext, system: string | undefined): string[] {
  const mapping = graph.mappingOf(document.path, system);
  if (mapping === undefined) return [];
  const found = graph
    .entriesOf(mapping.path)
    .flatMap(entry => entry.data.evidence.map(each => targetOf(each, mapping.path, root)));
  return [
    ...new Set(
      found.flatMap(target =>
        target.kind === 'file' && /\.(?:json|ya?ml)$/i.test(target.path) ? [target.path] : [],
      ),
    ),
  ];
}

function asMeasured(cell: Stated<MetricFact>): Measured {
  return { value: cell.data.value, tolerance: cell.data.tolerance, percent: cell.data.percent };
}

/** Half a unit of the last digit a number shows. */
function precision(value: number): number {
  return 0.5 * 10 ** -(String(value).split('.')[1]?.length ?? 0);
}
