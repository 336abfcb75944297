import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Command, EXIT, UsageError } from '../command.ts';
import { ROOT_CONFIGURATION } from '../configured.ts';
import { ignorePrivate } from '../ignored.ts';
import { reasonOf, writeNew } from '../output.ts';

/** `clausewright init`: a first configuration. */
export const init: Command = {
  name: 'init',
  summary: 'Writes a commented clausewright.yaml to start from',
  operands: '[folder]',
  options: {},
  details: [
    'A configuration that is there already is never overwritten. Everything in the new one is optional.',
    'Private overlays (*.overlay.yaml), which hold licensed text, are added to .gitignore.',
  ],
  async run({ positionals }, terminal) {
    if (positionals.length > 1) throw new UsageError(`one folder at a time, not ${positionals.join(', ')}`);
    const [given = '.'] = positionals;
    const folder = resolve(terminal.folder, given);
    const taken = [ROOT_CONFIGURATION, 'clausewright.yml'].find(name => existsSync(join(folder, name)));
    if (taken !== undefined)
      throw new UsageError(`${join(given, taken)} is there already; it was left as it is`);
    const shown = join(given, ROOT_CONFIGURATION);
    writeNew(join(folder, ROOT_CONFIGURATION), FIRST_CONFIGURATION, shown);
    const ignoring = join(given, '.gitignore');
    try {
      ignorePrivate(folder, ignoring);
    } catch (error) {
      terminal.note(`git is not told to leave *.overlay.yaml alone (${ignoring}): ${reasonOf(error)}`);
    }
    await terminal.print(`${shown}\n`);
    return EXIT.fine;
  },
};

/** What a new configuration says: nothing that changes a result, and how to say the usual things. */
const FIRST_CONFIGURATION = `# What Clausewright checks here, and how. Everything is optional; docs/formats.md has all keys.
clausewright: config/1

# The framework of ids that name none, and all frameworks in scope.
framework: iso-42001
# frameworks: [iso-42001, eu-ai-act, nist-ai-rmf]

# Strength of evidence that is needed, by framework or control: asserted, documented, reviewed, tested.
# needed:
#   iso-42001: documented
#   iso-42001:A.6.2.4: tested

# Files whose kind their name does not show; "none" leaves files alone.
# documents:
#   - files: [docs/cards/**/*.md]
#     kind: model-card

# Files that are never looked at.
# exclude: [third_party/**]

# Severity of a rule or of a group of rules: off, error, warning, information, hint.
# rules:
#   card/missing-section: information

# Your own catalogs, crosswalks and private overlays, relative to this file; docs/catalogs.md has the formats.
# catalogs: [catalogs/*.yaml, catalogs/*.json, private/*.overlay.yaml]

# Your own headings, by the section that they stand for.
# headings:
#   training-data: [Corpus]

# How many days a sign-off counts, and who may sign.
# review:
#   period: 365
#   people: [jane@example.org]
`;
