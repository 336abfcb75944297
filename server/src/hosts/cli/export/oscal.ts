import { coverageData } from '../../../report/coverage-data.ts';
import { EXIT, type Given, type Terminal, UsageError } from '../command.ts';
import { assertFramework, coveredBy, linkBase } from '../covered.ts';
import { type Opened, openPlaces } from '../open.ts';
import { deliver } from '../output.ts';

/** Writes coverage or crosswalks as an OSCAL document. */
export async function exportOscal({ positionals, values }: Given, terminal: Terminal): Promise<number> {
  const framework = values['framework'];
  const opened = await openPlaces(positionals, values['config'], terminal);
  if (framework !== undefined) assertFramework(framework, opened);
  const data = coverageData(opened.map(each => coveredBy(each, framework)));
  const input = {
    data,
    date: opened[0]?.session.today ?? '',
    base: linkBase(values['output'], terminal.folder),
  };
  if (data.frameworks.length === 0)
    throw new UsageError('no control mapping was found, so there is nothing to export');
  const { OSCAL_WRITERS, mappingCollection } = await import('../reports.ts');
  const type = values['type'] ?? 'component-definition';
  const write = OSCAL_WRITERS[type];
  const document =
    write === undefined
      ? mappingCollection(crosswalksOf(opened, new Set(data.frameworks.map(each => each.id))), input)
      : write(input);
  if (document === undefined) throw new UsageError('the frameworks in scope have no crosswalk to export');
  await deliver(`${JSON.stringify(document, undefined, 2)}\n`, values['output'], terminal);
  return EXIT.fine;
}

/** The crosswalks that touch a framework in scope, each once. */
function crosswalksOf(
  opened: readonly Opened[],
  frameworks: ReadonlySet<string>,
): {
  set: ReturnType<Opened['session']['library']['crosswalkSets']>[number];
  fromName: string;
  toName: string;
}[] {
  const library = opened[0]?.session.library;
  if (library === undefined) return [];
  const nameOf = (id: string): string => library.heads.find(head => head.id === id)?.name ?? id;
  const sets = new Map(
    [...frameworks].flatMap(id =>
      library.crosswalkSets(id).map(set => [`${set.id} ${set.from} ${set.to}`, set] as const),
    ),
  );
  return [...sets.values()].map(set => ({ set, fromName: nameOf(set.from), toName: nameOf(set.to) }));
}
