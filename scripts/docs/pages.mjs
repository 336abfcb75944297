// All pages that are made from the code.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../server/src/hosts/cli/commands/table.ts';
import { commandHelp } from '../../server/src/hosts/cli/help.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { readCatalogs } from '../catalogs/read.mjs';
import { cardSnippets, sectionSnippets } from './card-snippets.mjs';
import { frameworkParts, noticeText } from './frameworks.mjs';
import { fenced, filled } from './markdown.mjs';
import { ruleIndex, rulePage } from './rule-page.mjs';
import { schemaTables } from './schema-table.mjs';

/** The text of each generated page by its path from the repository's root. */
export async function generatedPages(root) {
  const text = path => readFileSync(join(root, path), 'utf8');
  const schema = name => schemaTables(JSON.parse(text(`catalogs/schema/${name}.schema.json`)));
  const names = JSON.parse(text('dist/catalogs/index.json')).heads;
  const commands = await Promise.all(Object.values(COMMANDS).map(load => load()));
  const { frameworks, crosswalks, forms } = readCatalogs();
  return new Map([
    ['snippets/cards.code-snippets', cardSnippets()],
    ['snippets/sections.code-snippets', sectionSnippets()],
    ['NOTICE', noticeText(frameworks, crosswalks, forms)],
    ['docs/frameworks.md', filled(text('docs/frameworks.md'), frameworkParts(frameworks, crosswalks))],
    ...RULES.map(rule => [`docs/rules/${rule.id}.md`, rulePage(rule, names)]),
    ['docs/rules/README.md', ruleIndex(RULES)],
    [
      'docs/command-line.md',
      filled(
        text('docs/command-line.md'),
        new Map(commands.map(each => [each.name, fenced('text', commandHelp(each))])),
      ),
    ],
    [
      'docs/formats.md',
      filled(
        text('docs/formats.md'),
        new Map(
          ['control-mapping', 'impact-assessment', 'incident', 'config'].map(name => [name, schema(name)]),
        ),
      ),
    ],
  ]);
}
