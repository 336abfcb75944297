import type { Section } from '../syntax/markdown/section.ts';

const METRIC =
  /\b(?:accuracy|acc|f1|f-score|precision|recall|auc|auroc|roc|bleu|chrf|rouge(?:-?[\dl])?|perplexity|ppl|wer|cer|exact match|em|mae|mse|rmse|map|ndcg|mrr|iou|kappa|mcc|pearson|spearman|pass@\d+|eer|fid)\b/i;
const NUMBER = /(?:^|[\s|*])\d{1,3}(?:[.,]\d+)?\s*%?(?:[\s|*±(]|$)/;

/** Whether a section holds a table of measured results: a metric in one cell, numbers in others. */
export function hasResults(section: Section): boolean {
  return section.content.some(block => {
    if (block.kind !== 'table') return false;
    const [head, , ...rows] = section.slice(block).split(/\r\n|\n|\r/);
    const byRow = rows.some(row => METRIC.test(/^[\s|]*([^|]*)/.exec(row)?.[1] ?? '') && NUMBER.test(row));
    return byRow || (METRIC.test(head ?? '') && rows.some(row => NUMBER.test(row)));
  });
}
