const path = 'file paths, which systems keep below 4,096 characters';
const repeats = 'any length';

/**
 * Expressions that the checker does not call linear, and why they cannot take long all the same. `bound` is the longest
 * text that they see; where that is any length, `reason` says what limits the work for each character.
 * `unknown` marks those that the checker gives no answer about; they may be used on short text only.
 * @type {readonly { file: string, begins: string, bound: string, reason: string, unknown?: true }[]}
 */
export const EXCEPTIONS = [
  {
    file: 'server/src/catalog/catalog.ts',
    begins: String.raw`^(\S*\d\S*?|`,
    bound: '260 characters',
    reason: 'findTitled looks at no longer text',
  },
  {
    file: 'server/src/catalog/catalog.ts',
    begins: String.raw`\s*(?:\([^()]*\)|`,
    bound: '260 characters',
    reason: 'holding looks at no longer text',
  },
  {
    file: 'server/src/catalog/ranges.ts',
    begins: String.raw`\s*(?:[–—−-]|`,
    bound: '80 characters',
    reason: 'rangeIn looks at no longer text',
  },
  {
    file: 'server/src/catalog/vocabulary.ts',
    begins: String.raw`\s*(?:[,`,
    bound: '300 characters',
    reason: 'recogniseAll looks at no longer heading',
  },
  {
    file: 'server/src/catalog/vocabulary.ts',
    begins: String.raw`\s*[([][^()[\]]*`,
    bound: '300 characters',
    reason: 'keysOf looks for brackets in no longer heading',
  },
  {
    file: 'server/src/catalog/vocabulary.ts',
    begins: String.raw`^[^\p{L}\p{N}]+|`,
    bound: '300 characters before normalisation, which makes 18 of one at most',
    reason: 'headingKey cuts its text',
  },
  {
    file: 'server/src/model/assessment/prose.ts',
    begins: String.raw`^[ \t]*\\*(?:#|`,
    bound: repeats,
    reason: 'begins at the start of a line only; the one stretch behind blanks has 80 characters at most',
  },
  {
    file: 'server/src/model/card/answers.ts',
    begins: String.raw`\b(?:limitations?`,
    bound: 'a sentence, cut at the longest that is read',
    reason: 'too many alternatives for the checker; each repetition in them has a limit',
    unknown: true,
  },
  {
    file: 'server/src/model/card/answers.ts',
    begins: String.raw`\b(?:`,
    bound: 'a sentence, cut at the longest that is read',
    reason: 'each repetition has a limit or stands behind words of its own',
  },
  {
    file: 'server/src/model/card/intervals.ts',
    begins: String.raw`[[(]\s*-?\d*`,
    bound: '120 characters',
    reason: 'intervalIn cuts the cell',
  },
  {
    file: 'server/src/model/card/intervals.ts',
    begins: String.raw`\(\s*(?:(?:sd|`,
    bound: '120 characters',
    reason: 'intervalIn cuts the cell',
  },
  { file: 'server/src/model/data-card.ts', begins: '(?:^|', bound: path, reason: 'mayBeDataCard' },
  {
    file: 'server/src/model/document.ts',
    begins: '(?:controls|',
    bound: path,
    reason: 'yamlKindByName',
    unknown: true,
  },
  {
    file: 'server/src/model/foreign/recognise.ts',
    begins: '(?:component',
    bound: path,
    reason: 'mayBeForeignJson',
  },
  {
    file: 'server/src/model/labels.ts',
    begins: String.raw`^[ \t>]*`,
    bound: repeats,
    reason: 'begins at the start of a line only; a label has 60 characters at most',
  },
  {
    file: 'server/src/model/labels.ts',
    begins: String.raw`^[ \t]*\|`,
    bound: repeats,
    reason: 'begins at the start of a line only; a label has 60 characters at most',
  },
  {
    file: 'server/src/model/markers.ts',
    begins: String.raw`(?:^|[\s;})\]])`,
    bound: repeats,
    reason:
      'the marks of a comment have 9 characters at most, and a run of blanks is read from its first one only',
  },
  {
    file: 'server/src/model/outline.ts',
    begins: String.raw`^[ \t]*(?:<a\s`,
    bound: '300 characters',
    reason: 'leadOf cuts its text',
  },
  {
    file: 'server/src/model/placeholders.ts',
    begins: String.raw`\[\s*(?:to be`,
    bound: repeats,
    reason: 'a bracket opens it; the one stretch in front of blanks has 40 characters at most',
  },
  { file: 'server/src/model/recognise.ts', begins: '(?:^|', bound: path, reason: 'names of documents' },
  {
    file: 'server/src/rules/card/metric-without-dataset.ts',
    begins: String.raw`\b(?:data(?:sets?`,
    bound: repeats,
    reason: 'a number has 21 characters and a word 30 at most',
  },
  {
    file: 'server/src/rules/card/out-of-date.ts',
    begins: '^([A-Za-z]',
    bound: '500 characters',
    reason: 'checkFrontMatter cuts the line',
  },
  {
    file: 'server/src/rules/reference/intended.ts',
    begins: '^(.*?)(?:[A-Za-z]',
    bound: '260 characters',
    reason: 'replacement cuts the id',
  },
  {
    file: 'server/src/rules/reference/wrong-title.ts',
    begins: String.raw`A[.-]\d`,
    bound: '260 characters',
    reason: 'checkText cuts the id',
  },
  {
    file: 'server/src/rules/reference/wrong-title.ts',
    begins: String.raw`^["']?\s`,
    bound: '200 characters',
    reason: 'commentBehind cuts the line',
  },
  {
    file: 'server/src/rules/sections/fill-fixes.ts',
    begins: String.raw`^[ \t>]*`,
    bound: '300 characters',
    reason: 'labelIn looks at no longer line',
  },
  {
    file: 'server/src/rules/syntax/problems.ts',
    begins: String.raw`[^\r\n]*$`,
    bound: '500 characters',
    reason: 'isTemplateMark cuts its text',
  },
  {
    file: 'server/src/workspace/evidence/people.ts',
    begins: String.raw`[\w.+-]{1,64}@`,
    bound: repeats,
    reason: 'each try has 64 characters in front of the @ at most, and there is one @ behind each',
  },
  {
    file: 'server/src/workspace/exchange/gathered.ts',
    begins: String.raw`<?([\w.+-]{1,64}@`,
    bound: repeats,
    reason: 'each try has 64 characters in front of the @ at most, and there is one @ behind each',
  },
  {
    file: 'server/src/workspace/scaffold/add-sections.ts',
    begins: '(?:^|',
    bound: '200 characters',
    reason: 'insertion looks at the end of the text only',
  },
  {
    file: 'server/src/hosts/cli/commands/diff.ts',
    begins: '^(.*?[^.])',
    bound: 'an argument of the command line',
    reason: 'who writes it waits for it',
  },
  {
    file: 'server/src/model/substance.ts',
    begins: '[A-Za-z][A-Za-z ,]{30}',
    bound: repeats,
    reason: 'each try has 31 characters at most',
  },
  { file: 'server/src/model/data-card.ts', begins: 'model[-_. ]?card', bound: path, reason: 'mayBeDataCard' },
  { file: 'client/src/gate/recognise.ts', begins: '(?:card|', bound: path, reason: 'mayBeOurs' },
];
