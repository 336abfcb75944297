import type { Section } from '../../syntax/markdown/section.ts';
import type { Local } from '../../text/span.ts';
import { masked } from '../placeholders.ts';

/** What a sentence can answer without a heading of its own. */
export const ANSWERED = [
  'limitations',
  'intended-use',
  'out-of-scope-use',
  'training-data',
  'training-procedure',
  'evaluation',
  'fairness',
  'source-data',
] as const;

export type Answered = (typeof ANSWERED)[number];

/** A sentence that answers a question of the card in passing; the span, local to the section, is of the telling words. */
export interface ProseAnswer extends Local {
  readonly of: Answered;
}

/** A sentence longer than this is no sentence. */
const LONGEST = 600;

/** What something is used for, meant for or trained for. */
const USE =
  /\b(?:intended|meant|designed|made|built|optimi[sz]ed|aimed|suitable|ideal|useful) (?:\w+ )?(?:for|to|at|as)\b|\b(?:can|may|should|could|to) (?:\w+ )?be (?:\w+ )?(?:used|applied|employed|fine-?tuned|finetuned) (?:\w+ )?(?:for|to|in|as|on|directly|with|by)\b|\buse (?:this|the|it|our) (?:\w+ )?(?:model )?(?:for|to)\b|\b(?:is|are) (?:\w+ )?(?:used|applied|employed) (?:only |mainly |solely )?(?:(?:for|to|in|as)\b|\w+ing\b)|\b(?:trained|tuned|finetuned|developed|created|built) (?:specifically |mainly |primarily )?for (?!\d|~|an? (?:few|total)|about|several|(?:two|three|four|five|ten) )|\bfor (?:research|non-?commercial|educational) (?:use|purposes?)\b|\byou (?:can|may|could) (?:\w+ )?use (?:this|the|it|our)\b[^.\r\n]{0,80}?\b(?:for|to) \w|\bfor (?:the |an? )?[^.,;\r\n]{1,60}? (?:down-?stream )?tasks?\b|\b(?:trained|tuned?|finetuned?)\b[^.\r\n]{1,160}? for (?!\d|~|an? (?:few|total)|about|several|more|further|better|each|all|(?:two|three|four|five|ten|the) )[*_"'`]{0,3}\p{L}|\b(?:trained|tuned?|finetuned?)\b[^.\r\n]{1,160}? to (?:do|perform|classify|detect|predict|generate|produce|recogni[sz]e|identify|extract|translate|summari[sz]e|answer|assist|help|rank|score|segment|tag)\b|\b(?:models?|baselines?|checkpoints?|pipelines?) for [*_`]{0,3}(?:\w+[ -]){0,4}(?:\w+ing|\w+tion|analysis|nli|ner|qa|pos)\b|\bto (?:run|serve|act|work) as\b|\b(?:goals?|aims?|purpose|objective|idea) (?:of|behind|with) (?:this|the|our|these) \w|\b(?:usage for|(?:use[ -]cases?|applications?) (?:is|are|include))\b/iu;

/** What something learned from. */
const TRAINED_ON =
  /\b(?:(?:pre-?|re-?|fine-?|further )?train(?:ed|ing)?|(?:fine|instruction)[ -]?tun(?:ed|ing)|finetun(?:ed|ing)|distilled|learned) (?:from scratch )?(?:[^\s.]+ ){0,8}?(?:on|over|from|with|using) (?!(?:a |an |the |one |single |\d{1,6} ?x ?|\d{1,6} ){0,6}(?:[\w-]{1,40} )?(?:v100|a100|h100|t4|p100|tpu|gpu|nvidia|tesla|cpu|colab|google cloud|machine|pytorch|keras|tensorflow|hugg|\d+ steps|cross|adam|sgd|scratch|learning))|\b(?:as|for) (?:the |our |its )?(?:training|learning|pre-?training) (?:data|corpus|set|source)\b|\b(?:training|source|pre-?training|learning) (?:data|corpus|corpora|set|dataset)\b[^.\r\n]{0,40}\b(?:is|are|was|were|has|have|had|consists?|contains?|from|comes?|of)\b|\b(?:data|corpus|dataset) (?:was |were |is |are )?(?:used |taken |collected )?from\b/i;

/**
 * Words that only a sentence with an answer has. They are chosen to miss rather than to guess: a sentence that they
 * know answers the question to any reader.
 */
const TELLING: Readonly<Record<Answered, RegExp>> = {
  limitations:
    /\b(?:limitations?|caveats?|shortcomings?|known issues?|bias(?:es|ed)?|drawbacks?|unfortunately|experimental|bugs?|work-?arounds?|(?:drop|loss|decrease|degradation) in (?:performance|accuracy|quality)|(?:performance|accuracy|quality) (?:drops?|loss|degrad\w+)|proof[- ]of[- ]concept|by no means|out of scope|disclaimer)\b|\b(?:do(?:es)?|did|will|can|may|might|should|must|is|are|has|have) ?not (?:yet )?(?:been )?(?:be )?(?:always )?(?:support|handle|work|perform|generali[sz]e|recogni[sz]e|intended|suitable|suited|designed|used|tested|evaluated|validated|reliable|cover|rely|guarantee|show|prove|mean|imply|deal|understand|predict|trained|include|contain|accurate|perfect)\w*|\b(?:models?|it|outputs?|predictions?|results?|checkpoints?|classifiers?)\b[^.\r\n]{0,40}\b(?:not|never|cannot|worsen|(?:can|won|doesn|isn|aren|hasn)['’]t)\b|\bonly (?:works?|supports?|trained|evaluated|tested|suitable|handles?|understands?|covers?)\b|\b(?:less|poorly|worse|in)(?: |-)?(?:accurate|reliable|robust)\b|\b(?:struggles?|degrades?|fails?|hallucinat\w+)\b|\b(?:may|might|can|could) (?:\w+ )?(?:fail|produce|generate|contain|reflect|reproduce|perpetuate|misclassif\w+|underperform|amplify|worsen|degrade)|\b(?:potential|known) (?:problems?|errors?|issues?)\b|\berrors? (?:can|may|might|could) occur\b|\b(?:would|may|might|can|could) (?:\w+ )?(?:affect|hurt|impair|harm)\b\b|\blimited (?:to|by|in|amount|number|data)\b|\b(?:won|doesn|don|can|isn)['’]t (?:yet )?(?:work|support|handle|perform|generali[sz]e|recogni[sz]e|understand|predict|guarantee|cover)|\bmust (?:make sure )?not\b|\bbe (?:careful|cautious)\b|\bcaution\b/i,
  'intended-use': USE,
  'training-data': TRAINED_ON,
  evaluation:
    /\b(?:accuracy|f1|f-score|precision|recall|auc|auroc|bleu|rouge|perplexity|ppl|wer|cer|exact match|em|mae|mse|rmse|map|mcc|eer|top-[15])\b[^.\r\n|]{0,40}?\d|\b(?:achiev|reach|obtain|attain|scor)(?:e[sd]?|ing|s|ed)\b[^\r\n|]{0,60}?\d(?:[.,]\d+)? ?%?|\d(?:[.,]\d+)? ?% (?:accuracy|f1|precision|recall|auc)|\b(?:evaluations?|(?:evaluation|experimental|test|benchmark) results|benchmarks)\b[^.\r\n]{0,80}\b(?:found|see|available|reported|listed|go to|refer|visit|published)\b|\boutperform\w*|\b(?:state[- ]of[- ]the[- ]art|sota) (?:results?|performances?)\b|\b(?:scores?|results?|metrics?|performance|evaluated) (?:on|over|for|of) (?:the |our )?(?:[\w-]+ ){0,4}(?:test|dev|validation|evaluation|held-out|benchmark)/i,
  'out-of-scope-use':
    /\b(?:out[- ]of[- ]scope|misus(?:e|ed|es|ing)|malicious|not (?:be )?(?:intended|meant|suitable|suited|designed|recommended|allowed|permitted)(?: to| for| as)?\b|(?:should|must|may|can) (?:not|never) be (?:used|applied|deployed|relied)|(?:do|please do) not use)/i,
  'training-procedure':
    /\b(?:learning rate|batch size|epochs?|optimi[sz]er|adamw?|hyper-?parameters?|warm-?up|(?:training|gradient|update|[\dkm]) steps|gpus?|tpus?|v100|a100|h100|p100)\b/i,
  fairness:
    /\b(?:bias(?:es|ed)?|fairness|stereotyp\w+|discriminat(?:ion|ory|es?)|(?:under|over)-?represent\w+|protected (?:groups?|attributes?|characteristics?)|demographic|gender|ethnic\w*|minorit(?:y|ies))\b/i,
  'source-data':
    /\b(?:collected|gathered|sourced|extracted|derived|scraped|crawled|taken|compiled|assembled|retrieved|obtained|downloaded|generated|written|created|drawn|built|based|constructed|curated|recorded|come[s]?|version|subset|part) (?:\w+ ){0,4}?(?:from|by|in|at|through|via|using|of|on|upon)\b/i,
};

/**
 * Where a section answers a question in passing, for the first time. Headings do not count, but those that say what the
 * subject is for, or learned from. Each question is looked for when it is asked, once for a section.
 */
export function answerIn(section: Section, of: Answered): ProseAnswer | undefined {
  return section.derive(FINDERS[of]);
}

type Finder = (section: Section) => ProseAnswer | undefined;

function finder(of: Answered): Finder {
  const pattern = TELLING[of];
  return section => {
    const { heading } = section;
    if (IN_TITLES.has(of) && heading !== undefined && pattern.test(heading.title.slice(0, LONGEST)))
      return { of, from: heading.from, to: heading.to };
    for (const { start, text } of section.derive(sentencesIn)) {
      const hit = pattern.exec(text);
      if (hit !== null) return { of, from: start + hit.index, to: start + hit.index + hit[0].length };
    }
    return undefined;
  };
}

/** What the title of a section may tell: "Language model trained on …". */
const IN_TITLES: ReadonlySet<Answered> = new Set(['intended-use', 'training-data']);

const FINDERS: Readonly<Record<Answered, Finder>> = {
  limitations: finder('limitations'),
  'intended-use': finder('intended-use'),
  'out-of-scope-use': finder('out-of-scope-use'),
  'training-data': finder('training-data'),
  'training-procedure': finder('training-procedure'),
  evaluation: finder('evaluation'),
  fairness: finder('fairness'),
  'source-data': finder('source-data'),
};

/** The beginning of a sentence, as much as is looked at. */
interface Sentence {
  /** Local to the section. */
  readonly start: number;
  readonly text: string;
}

/** The sentences of a section's prose that are no questions. */
function sentencesIn(section: Section): readonly Sentence[] {
  const text = masked(section);
  return section.content.flatMap(block => {
    if (block.kind !== 'paragraph' && block.kind !== 'html') return [];
    const lines = text.slice(block.from, block.to).replace(/\r\n|[\r\n]/g, ends => ' '.repeat(ends.length));
    return [...lines.matchAll(SENTENCE)].flatMap((hit): Sentence[] =>
      /\?\s*$/.test(hit[0].slice(-4))
        ? []
        : [{ start: block.from + hit.index, text: hit[0].slice(0, LONGEST) }],
    );
  });
}

/** Up to a full stop that ends a sentence; one inside a number does not. */
const SENTENCE = /(?:[^.!?]|[.](?=\S)){1,2000}[.!?]?/g;
