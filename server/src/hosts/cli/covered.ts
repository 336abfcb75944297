import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { NamedCoverage } from '../../report/coverage-data.ts';
import { coverageOf } from '../../workspace/evidence/coverage.ts';
import { UsageError } from './command.ts';
import { suggestion } from './nearest.ts';
import type { Opened } from './open.ts';
import { isGiven } from './places.ts';

/** The coverage of the systems that were asked for; the evidence of others only supports them. */
export function coveredBy({ place, session, shown }: Opened, framework: string | undefined): NamedCoverage {
  const systems = new Set(
    session
      .graph(new Set())
      .mappings.filter(({ path }) => isGiven(place, path))
      .map(({ system }) => system),
  );
  const { controls, clauses, frameworks } = coverageOf(session, framework);
  return {
    coverage: {
      controls: controls.filter(each => systems.has(each.system)),
      clauses: clauses.filter(each => systems.has(each.system)),
      frameworks: frameworks.filter(each => systems.has(each.system)),
    },
    naming: { shown, source: path => session.source(path) },
  };
}

/** @throws UsageError for a framework that neither the program nor a folder has a catalog of. */
export function assertFramework(id: string, opened: readonly Opened[]): void {
  const known = [...new Set(opened.flatMap(each => each.session.library.heads.map(head => head.id)))];
  if (!known.includes(id))
    throw new UsageError(
      `there is no framework "${id}"${suggestion(id, known)} (the frameworks are ${known.join(', ')})`,
    );
}

/**
 * What stands before a path from the working folder in a link of a report: nothing where the report lies there, else
 * the way back such as `../`; undefined where there is none, as on another drive.
 */
export function linkBase(output: string | undefined, folder: string): string | undefined {
  if (output === undefined || output === '-') return '';
  const way = relative(dirname(resolve(folder, output)), folder);
  if (isAbsolute(way)) return undefined;
  const parts = way.split(sep).filter(part => part !== '');
  return parts.map(part => `${encodeURIComponent(part)}/`).join('');
}
