/** What a column of a table of results, or the text at the left of a row, tells about the numbers. */
export type ColumnRole =
  | 'metric'
  | 'value'
  | 'dataset'
  | 'task'
  | 'slice'
  | 'interval'
  | 'count'
  | 'target'
  | 'other';

const ROLES: readonly (readonly [ColumnRole, RegExp])[] = [
  [
    'metric',
    /^(?:eval(?:uation)? |performance )?(?:metrics?|measures?|kpis?|indicators?|métriques?|métricas?|metriken?|kennzahl|指标|評価指標|지표)$/,
  ],
  [
    'value',
    /^(?:values?|scores?|results?|performance|mean|average|avg|valeur|valor|wert|résultats?|resultados?|ergebnis(?:se)?|数值|値|结果|得分|값|결과)$/,
  ],
  [
    'interval',
    /^(?:(?:\d{2}(?:\.\d)? ?%? ?)?(?:ci|c\.i\.|confidence interval|interval|credible interval)(?: ?\(?\d{2} ?%?\)?)?|std(?:ev)?\.?(?: ?dev(?:iation)?\.?)?|standard (?:deviation|error)|std\.? ?err(?:or)?|stderr|sd|se|±|\+\/-|margin of error|uncertainty|variance|lower bound|upper bound|ci (?:low(?:er)?|high|upper))$/,
  ],
  [
    'dataset',
    /^(?:(?:test|eval(?:uation)?|benchmark|training|validation) ?(?:data ?)?sets?|(?:test |eval(?:uation)? )?(?:data ?sets?|data|corpus|corpora|benchmarks?)(?: name)?|test ?sets?|splits?|domain|langs?|language pairs?|jeu de données|conjunto de datos|conjunto de dados|datensatz|数据集|データセット|데이터셋)$/,
  ],
  ['task', /^(?:sub-?)?tasks?$/],
  [
    'slice',
    /^(?:slices?|(?:sub[- ]?|demographic |age |patient |customer )?groups?|segments?|cohorts?|(?:sub[- ]?)?populations?|demographics?|gender|sex|age(?: (?:band|range|bracket))?|ethnicity|race|skin (?:tone|type)|region|country|countries|languages?|dialect|accent|income(?: band)?|disability|intersection|protected (?:attribute|group)|attribute|strat(?:um|a)|género|geschlecht|genre|性别|性別|성별)$/,
  ],
  [
    'count',
    /^(?:n|#|count|counts|samples?|support|size|num(?:ber)?(?: of .{1,30})?|# .{1,30}|examples?|rows|epochs?|steps?|params?|parameters?)$/,
  ],
  [
    'target',
    /^(?:targets?|thresholds?|accepted|acceptance(?: criteri(?:on|a))?|required|requirement|goal|baseline|limit|minimum|maximum|expected|pass criteri(?:on|a)|change|delta|Δ|trend)$/,
  ],
];

/** A header longer than this names no role. */
const LONGEST = 60;

/** The role that a header's text gives its column. */
export function roleOf(header: string): ColumnRole {
  if (header.length > LONGEST) return 'other';
  const plain = header
    .toLowerCase()
    .replace(/<br ?\/?>/g, ' ')
    .replace(/[*_`:]+/g, ' ')
    .replace(/^\s*# (?=values?\s*$)/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (/\b(?:std|stdev|stderr|std\. ?dev)\b/.test(plain)) return 'interval';
  return ROLES.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other';
}

const GROUP =
  /\b(?:fe)?males?\b|\b(?:wo)?m[ae]n\b|\bgender\b|\bnon-?binary\b|\bage(?:d|s)?\b|\b(?:under|over|aged) \d{2}\b|^\s*\d{2} ?[-–] ?\d{2}(?: years?| y)?\s*$|\b\d{2}\+|\bethnic|\brac(?:e|ial)\b|\b(?:black|white|asian|hispanic|latin[oax])\b|\bskin\b|\belderly\b|\bchild(?:ren)?\b|\bsub-?group|\bcohort\b|\bslice\b|\bnative speakers?\b|\bdialect|\baccent|\bregions?\b|\brural\b|\burban\b|\bincome\b|\bdisab/i;

/** Whether the text at the head of a row or column names a part of the population, such as "women" or "aged 60+". */
export function namesGroup(text: string): boolean {
  return GROUP.test(text.slice(0, 200));
}
