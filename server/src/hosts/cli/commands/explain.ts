import { explainItem, explainRule } from '../../../features/explain.ts';
import {
  type KnownSystem,
  type SystemScope,
  systemOfMapping,
  systemScope,
} from '../../../features/scope-words.ts';
import { COLOURS, PLAIN } from '../../../report/paint.ts';
import { RULES } from '../../../rules/registry.ts';
import { type Command, EXIT, type Terminal, UsageError } from '../command.ts';
import { itemText } from '../explain/item-text.ts';
import { ruleText } from '../explain/rule-text.ts';
import { subjectOf } from '../explain/subject.ts';
import { libraryAt } from '../library.ts';
import { openPlaces } from '../open.ts';

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
    system: {
      value: 'ID',
      description: 'Say whether the item concerns this system of the working folder, why, and from when',
    },
  },
  details: [
    'A control may be written in any usual way: A.6.2.4, A-6-2-4, iso-42001:A.6.2.4, "ISO/IEC 42001 A.6.2.4", "Clause 6.1.4", "GOVERN 1.1". An id without its framework is one of ISO/IEC 42001 where that has it. A range such as A.5–A.6 or "EU AI Act Articles 9–15" explains each control in it.',
    'Explanations are in our own words; the published standard stays the reference.',
  ],
  async run({ positionals, values }, terminal) {
    const text = positionals.join(' ').trim();
    if (text === '')
      throw new UsageError('name a control or a rule, such as A.6.2.4 or mapping/missing-evidence');
    const library = await libraryAt(terminal.folder);
    const subject = subjectOf(text, library, RULES);
    const json = values['format'] === 'json';
    const paint = terminal.colours ? COLOURS : PLAIN;
    if (subject.kind === 'rule') {
      const { kinds, options, bad, good } = subject.rule;
      const data = { ...explainRule(subject.rule), kinds, options, bad, good };
      await terminal.print(json ? printed(data) : ruleText(subject.rule, paint));
      return EXIT.fine;
    }
    const others = subject.kind === 'item' ? subject.others : [];
    if (subject.kind === 'item' && others.length > 0)
      terminal.note(
        `explaining ${subject.known.catalog.qualified(subject.known.item)}; the same id is also ${others.join(', ')}`,
      );
    const system = values['system'] === undefined ? undefined : await systemNamed(values['system'], terminal);
    const items = subject.kind === 'item' ? [subject.known] : subject.items;
    const told = items.map(known => ({
      explanation: explainItem(library, known),
      inScope: system === undefined ? undefined : (systemScope(known, system) ?? always(system.id)),
    }));
    if (json) {
      const data = told.map(each =>
        each.inScope === undefined ? each.explanation : { ...each.explanation, inScope: each.inScope },
      );
      await terminal.print(printed(subject.kind === 'item' ? (data[0] ?? {}) : data));
    } else {
      const texts = told.map(each => itemText(each.explanation, library, paint, each.inScope));
      await terminal.print(texts.join('\n'));
    }
    return EXIT.fine;
  },
};

/**
 * A system of the working folder, as its mapping describes it.
 * @throws UsageError when no mapping names it.
 */
async function systemNamed(id: string, terminal: Terminal): Promise<KnownSystem> {
  const opened = await openPlaces(['.'], undefined, terminal);
  const names: string[] = [];
  for (const { session } of opened) {
    const graph = session.graph(new Set());
    names.push(...graph.mappings.flatMap(each => each.system ?? []));
    const found = systemOfMapping(graph, graph.mappingsOf(id)[0]);
    if (found !== undefined) return found;
  }
  const known = names.length === 0 ? 'no mapping here names one' : `the mappings name ${names.join(', ')}`;
  throw new UsageError(`there is no system "${id}" (${known})`);
}

/** The answer for an item that concerns everybody. */
function always(system: string | undefined): SystemScope {
  return { inScope: true, why: 'It concerns every system.', unsaid: [], system, dates: [] };
}

function printed(data: object): string {
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
