import { coverageData } from '../../../report/coverage-data.ts';
import { EXIT, type Given, type Terminal, UsageError } from '../command.ts';
import { assertFramework, coveredBy, linkBase } from '../covered.ts';
import { openPlaces } from '../open.ts';
import { deliver } from '../output.ts';
import { ownVersion } from '../version.ts';

/** Writes coverage as CycloneDX declarations. */
export async function exportCyclonedx({ positionals, values }: Given, terminal: Terminal): Promise<number> {
  const framework = values['framework'];
  const opened = await openPlaces(positionals, values['config'], terminal);
  if (framework !== undefined) assertFramework(framework, opened);
  const data = coverageData(opened.map(each => coveredBy(each, framework)));
  if (data.frameworks.length === 0)
    throw new UsageError('no control mapping was found, so there is nothing to export');
  const library = opened[0]?.session.library;
  const standards = new Map(
    data.frameworks.flatMap(({ id }) => {
      const catalog = library?.catalog(id)?.data;
      return catalog === undefined ? [] : [[id, catalog] as const];
    }),
  );
  const { cyclonedxBom } = await import('../reports.ts');
  const bom = cyclonedxBom({
    data,
    date: opened[0]?.session.today ?? '',
    base: linkBase(values['output'], terminal.folder),
    standards,
    toolVersion: ownVersion(),
  });
  await deliver(`${JSON.stringify(bom, undefined, 2)}\n`, values['output'], terminal);
  return EXIT.fine;
}
