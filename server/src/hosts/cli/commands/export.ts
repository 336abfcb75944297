import { type Command, UsageError } from '../command.ts';
import { SUBJECTS } from '../export/table.ts';
import { suggestion } from '../nearest.ts';
import { CONFIG_OPTION, OUTPUT_OPTION } from '../options.ts';

const NAMES = SUBJECTS.map(each => each.name);
const FORMATS = [...new Set(SUBJECTS.flatMap(each => each.formats))];

/** `clausewright export`: writes what the repository says in the form that somebody else reads. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes what the repository says in the form that others read',
  operands: `<${NAMES.join('|')}> [PATH]`,
  options: {
    ...Object.assign({}, ...SUBJECTS.map(each => each.options)),
    format: { value: 'FORMAT', values: FORMATS, description: formatText() },
    output: OUTPUT_OPTION,
    config: CONFIG_OPTION,
  },
  details: [
    ...SUBJECTS.map(
      each => `"export ${each.name}${each.operands === '' ? '' : ` ${each.operands}`}": ${each.summary}.`,
    ),
    'An exported form holds what the assessment says, each answer with its file and line, and lists the questions that remain. Nothing is filled in that was not answered; answers to questions that an assessment does not hold go under "forms:" in its front matter.',
  ],
  async run(given, terminal) {
    const [name, ...positionals] = given.positionals;
    const subject = SUBJECTS.find(each => each.name === name);
    if (name === undefined)
      throw new UsageError(`say what to export: clausewright export ${NAMES.join('|')}`);
    if (subject === undefined)
      throw new UsageError(
        `"${name}" cannot be exported${suggestion(name, NAMES)} (${NAMES.join(', ')} can)`,
      );
    const format = given.values['format'] ?? subject.formats[0] ?? '';
    if (!subject.formats.includes(format))
      throw new UsageError(`${name} is not written as ${format}, but as ${subject.formats.join(' or ')}`);
    const foreign = SUBJECTS.flatMap(each => Object.keys(each.options)).find(
      option =>
        !(option in subject.options) && (given.values[option] !== undefined || given.flags.has(option)),
    );
    if (foreign !== undefined) throw new UsageError(`--${foreign} is no option of "export ${name}"`);
    const run = await subject.run();
    return run({ ...given, positionals, values: { ...given.values, format } }, terminal);
  },
};

function formatText(): string {
  return SUBJECTS.map(each => `${each.name}: ${each.formats.join(' or ')}`).join('; ');
}
