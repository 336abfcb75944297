import type { Section } from '../syntax/markdown/section.ts';
import { type Table, type TableCell, tablesIn } from '../syntax/markdown/tables.ts';
import type { Local } from '../text/span.ts';
import { type Measured, measured } from './numbers.ts';

/** A measured value that a table states; the span is the number's cell, local to the section. */
export interface StatedMetric extends Local {
  /** Name in the form that {@link metricKey} gives. */
  readonly metric: string;
  readonly written: string;
  /** What else the row says, such as a dataset or a slice; empty where nothing does. */
  readonly where: string;
  readonly value: Measured;
}

/** Metrics by the names people use for them; the first is the key. */
const NAMES: readonly (readonly string[])[] = [
  ['accuracy', 'acc', 'accuracy score', 'top-1 accuracy', 'top 1 accuracy'],
  ['balanced accuracy'],
  ['precision'],
  ['recall', 'sensitivity', 'tpr', 'true positive rate'],
  ['specificity', 'tnr', 'true negative rate'],
  ['f1', 'f1 score', 'f1-score', 'f-score'],
  ['macro f1', 'f1 macro', 'macro-f1', 'f1 (macro)'],
  ['micro f1', 'f1 micro', 'micro-f1'],
  ['auc', 'roc auc', 'roc-auc', 'auroc', 'auc-roc', 'roc_auc', 'area under the curve'],
  ['pr auc', 'auprc', 'average precision', 'pr-auc'],
  ['ece', 'expected calibration error'],
  ['brier score', 'brier'],
  ['log loss', 'logloss', 'cross-entropy'],
  ['rmse', 'root mean squared error'],
  ['mse', 'mean squared error'],
  ['mae', 'mean absolute error'],
  ['mape'],
  ['r2', 'r²', 'r^2', 'r squared'],
  ['perplexity', 'ppl'],
  ['bleu'],
  ['rouge-1', 'rouge1'],
  ['rouge-2', 'rouge2'],
  ['rouge-l', 'rougel'],
  ['meteor'],
  ['chrf'],
  ['wer', 'word error rate'],
  ['cer', 'character error rate'],
  ['map', 'mean average precision'],
  ['iou', 'miou', 'mean iou'],
  ['exact match', 'em'],
  ['mcc', 'matthews correlation'],
  ['kappa', "cohen's kappa"],
  ['gini'],
  ['ks', 'ks statistic'],
  ['false positive rate', 'fpr'],
  ['false negative rate', 'fnr'],
  ['demographic parity difference'],
  ['equal opportunity difference'],
  ['equalized odds difference'],
  ['disparate impact', 'disparate impact ratio'],
];

const KEYS: ReadonlyMap<string, string> = new Map(
  NAMES.flatMap(names => names.map((name): [string, string] => [name, names[0] ?? name])),
);

/** No metric has a longer name. */
const LONGEST = 200;

/** The key of a metric's name; undefined for text that names none. */
export function metricKey(name: string): string | undefined {
  if (name.length > LONGEST) return undefined;
  const plain = name
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[*_`]+/g, m => (m === '_' ? ' ' : ''))
    .replace(/ ?[([](?:%|↑|↓|higher is better|lower is better)[)\]]|[↑↓%:]/g, '')
    .replace(/^(?:eval|test|validation|val)[ _-]/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return KEYS.get(plain) ?? KEYS.get(plain.replaceAll(' ', '_')) ?? KEYS.get(plain.replaceAll(' ', '-'));
}

/** The metric values in a section's tables, whether metrics stand in the header or in the first column. */
export function metricsIn(section: Section): readonly StatedMetric[] {
  return section.derive(tablesIn).flatMap(table => [...byColumn(table), ...byRow(table)]);
}

function byColumn({ header, rows }: Table): StatedMetric[] {
  const metrics = header.map(cell => metricKey(cell.text));
  if (!metrics.some(each => each !== undefined)) return [];
  return rows.flatMap(row => {
    const where = row
      .filter((_, index) => metrics[index] === undefined)
      .map(cell => cell.text)
      .join(' ');
    return row.flatMap((cell, index) => stated(metrics[index], cell, where));
  });
}

function byRow({ header, rows }: Table): StatedMetric[] {
  if (header.some(cell => metricKey(cell.text) !== undefined)) return [];
  return rows.flatMap(row => {
    const metric = metricKey(row[0]?.text ?? '');
    return row
      .slice(1)
      .flatMap((cell, index) => stated(metric, cell, genericColumn(header[index + 1]?.text ?? '')));
  });
}

function genericColumn(title: string): string {
  return /^(?:value|score|result|results|)$/i.test(title) ? '' : title;
}

function stated(metric: string | undefined, cell: TableCell, where: string): StatedMetric[] {
  const value = metric === undefined ? undefined : measured(cell.text);
  return metric === undefined || value === undefined
    ? []
    : [{ metric, written: cell.text, where, value, from: cell.from, to: cell.to }];
}
