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
  ['weighted f1', 'f1 weighted', 'weighted-f1', 'f1 (weighted)'],
  ['hamming loss'],
  ['ndcg'],
  ['ndcg@10'],
  ['mrr', 'mean reciprocal rank'],
  ['recall@1'],
  ['recall@5'],
  ['recall@10'],
  ['top-5 accuracy', 'top 5 accuracy'],
  ['pass@1'],
  ['eer', 'equal error rate'],
  ['fid'],
  ['psnr'],
  ['ssim'],
  ['bertscore', 'bert score'],
  ['sacrebleu'],
  ['ter'],
  ['rouge-lsum', 'rougelsum'],
  ['rouge', 'rouge score'],
  ['pearson', 'pearson r', 'pearson correlation', 'pearsonr'],
  ['spearman', 'spearman rho', 'spearman correlation', 'spearmanr'],
  ['uas'],
  ['las'],
  ['dice', 'dice score', 'dice coefficient'],
];

const KEYS: ReadonlyMap<string, string> = new Map(
  NAMES.flatMap(names => names.map((name): [string, string] => [name, names[0] ?? name])),
);

/** No metric has a longer name. */
const LONGEST = 200;

/** The key of a metric's name; undefined for text that is not exactly one. */
export function metricKey(name: string): string | undefined {
  if (name.length > LONGEST) return undefined;
  const plain = plainName(name);
  return KEYS.get(plain) ?? KEYS.get(plain.replaceAll(' ', '_')) ?? KEYS.get(plain.replaceAll(' ', '-'));
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/<br ?\/?>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[*_`]+/g, m => (m === '_' ? ' ' : ''))
    .replace(/ ?[([](?:%|↑|↓|higher is better|lower is better|pp)[)\]]|[↑↓%:]/g, '')
    .replace(/^(?:eval|test|validation|val)[ _-]/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words that name a metric wherever they stand in a short name; those that also mean other things are left out. */
const WORDS =
  /(?:^|[\s(/-])(?:accuracy|acc|precision|recall|sensitivity|specificity|f1|f-?score|f-?measure|fmeasure|(?:roc-?|pr-?)?auc|auroc|auprc|bleu|sacrebleu|rouge(?:-?(?:\d|l|lsum))?|meteor|chrf|wer|cer|perplexity|ppl|rmse|mse|mae|mape|iou|miou|mcc|ece|ndcg|mrr|pass@\d+|hits@\d+|(?:recall|precision|hit)@\d+|em|exact match|error rate|win rate|spearman|pearson|dice|eer|map@\d+)(?:$|[\s)/@,-])/;
const MOST_WORDS = 6;

/**
 * The metric that a short name speaks of: its key, or the whole name in lower case where it says more than that, such
 * as "macro F1 on women"; undefined for text that names none.
 */
export function metricNamed(name: string): string | undefined {
  const exact = metricKey(name);
  if (exact !== undefined || name.length > 80) return exact;
  const plain = plainName(name);
  const named =
    plain.split(' ').length <= MOST_WORDS &&
    WORDS.test(plain) &&
    !/\b(?:number|count|threshold|target|loss|std|stdev|stderr|deviation|ci)\b|^#/.test(plain);
  return named ? plain : undefined;
}
