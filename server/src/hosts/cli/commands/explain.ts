import { explainItem, explainRule } from '../../../features/explain.ts';
import { COLOURS, PLAIN } from '../../../report/paint.ts';
import { RULES } from '../../../rules/registry.ts';
import { type Command, EXIT, UsageError } from '../command.ts';
import { itemText } from '../explain/item-text.ts';
import { ruleText } from '../explain/rule-text.ts';
import { subjectOf } from '../explain/subject.ts';
import { ownLibrary } from '../library.ts';

/** `clausewright explain`: what a control, a clause or a rule is about. */
export const explain: Command = {
  name: 'explain',
  summary: 'Explains a control, a clause or a rule',
  operands: '<rule|control>',
  options: {
    format: {
      value: 'FORMAT',
      values: ['text', 'json'],
      default: 'text',
      description: 'How the explanation is written',
    },
  },
  details: [
    'A control may be written in any usual way: A.6.2.4, A-6-2-4, iso-42001:A.6.2.4, "ISO/IEC 42001 A.6.2.4", "Clause 6.1.4", "GOVERN 1.1". An id without its framework is one of ISO/IEC 42001 where that has it.',
    'Explanations are in our own words; the published standard stays the reference.',
  ],
  async run({ positionals, values }, terminal) {
    const text = positionals.join(' ').trim();
    if (text === '')
      throw new UsageError('name a control or a rule, such as A.6.2.4 or mapping/missing-evidence');
    const library = ownLibrary();
    const subject = subjectOf(text, library, RULES);
    const json = values['format'] === 'json';
    const paint = terminal.colours ? COLOURS : PLAIN;
    if (subject.kind === 'rule') {
      const { kinds, options, bad, good } = subject.rule;
      const data = { ...explainRule(subject.rule), kinds, options, bad, good };
      await terminal.print(json ? printed(data) : ruleText(subject.rule, paint));
      return EXIT.fine;
    }
    const explanation = explainItem(library, subject.known);
    if (subject.others.length > 0)
      terminal.note(`explaining ${explanation.id}; the same id is also ${subject.others.join(', ')}`);
    await terminal.print(json ? printed(explanation) : itemText(explanation, library, paint));
    return EXIT.fine;
  },
};

function printed(data: object): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
