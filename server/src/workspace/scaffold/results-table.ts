import type { Metadata } from '../../model/sectioned.ts';
import { keyText, valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { inline, type KnownFact, sourceComment } from './known.ts';

/** More rows than this are better read where they stand. */
const MOST_ROWS = 40;

/** The results of `model-index` as a Markdown table; nothing where it holds no metric with a value. */
export function resultsTable(metadata: Metadata): KnownFact[] {
  const index = metadata.get('model-index')?.value.value;
  const rows = listed(index).flatMap(model => listed(valueAt(model, 'results')).flatMap(rowsOf));
  if (rows.length === 0) return [];
  const source = 'the front matter: model-index';
  const lines = ['| Task | Dataset | Metric | Value |', '|---|---|---|---|', ...rows.slice(0, MOST_ROWS)];
  return [{ text: `${lines.join('\n')}\n\n${sourceComment(source)}`, source, answers: true }];
}

function rowsOf(result: YamlNode): string[] {
  const task = named(valueAt(result, 'task'));
  const dataset = valueAt(result, 'dataset');
  const split = textOf(valueAt(dataset, 'split'));
  const data = split === '' ? named(dataset) : `${named(dataset)} (${split})`;
  return listed(valueAt(result, 'metrics')).flatMap(metric => {
    const value = textOf(valueAt(metric, 'value'));
    return value === '' ? [] : [`| ${[task, data, named(metric), value].join(' | ')} |`];
  });
}

function listed(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'seq' ? node.items : [];
}

/** The `name` of a task, dataset or metric, else its `type`. */
function named(node: YamlNode | undefined): string {
  const name = textOf(valueAt(node, 'name'));
  return name === '' ? textOf(valueAt(node, 'type')) : name;
}

function textOf(node: YamlNode | undefined): string {
  if (node?.kind === 'scalar') return inline(node.source);
  if (node?.kind !== 'map') return '';
  return node.pairs
    .flatMap(pair => {
      const key = keyText(pair.key);
      return key === undefined || pair.value.kind !== 'scalar'
        ? []
        : [`${key}: ${inline(pair.value.source)}`];
    })
    .join('; ');
}
