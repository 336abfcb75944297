import { fits, isOpen, listedRows, needs } from '../../features/overview/filter.ts';
import { groupedRows } from '../../features/overview/groups.ts';
import type { CoveragePart } from '../../workspace/evidence/coverage.ts';
import type { Context } from '../context.ts';
import { controlData } from '../overview-data.ts';
import type { CoverageGroup, CoverageParams, CoverageResult } from '../protocol-overview.ts';

/** clausewright/coverage: the frameworks of each system, and the controls of the one that was opened. */
export async function coverage(context: Context, params: CoverageParams): Promise<CoverageResult> {
  await context.loader().ready;
  const me = await whoIs(context, params.me);
  const parts = await context.overview.parts();
  const rows = parts.flatMap(listedRows);
  const { filter = {}, of } = params;
  const asked =
    of && parts.find(({ framework }) => framework.id === of.framework && framework.system === of.system);
  return {
    frameworks: parts.map(part => {
      const { id, name, system, applicable, met } = part.framework;
      const shown = listedRows(part).filter(row => fits(row, filter, me)).length;
      return { id, name, system, applicable, met, shown };
    }),
    ...(asked === undefined ? {} : { groups: groupsOf(context, asked, params, me) }),
    owners: sorted(rows.flatMap(each => each.owner ?? [])),
    systems: sorted(parts.map(({ framework }) => framework.system ?? '')),
    open: rows.filter(isOpen).length,
    mine: rows.filter(row => needs(row, me)).length,
    ...(me === undefined ? {} : { me }),
  };
}

/** Who the user is: as the client says, else as git is set up. */
async function whoIs(context: Context, given: string | undefined): Promise<string | undefined> {
  const said = given?.trim() ?? '';
  return said === '' ? await context.loader().host.identity?.() : said;
}

function groupsOf(
  { workspace, client }: Context,
  part: CoveragePart,
  { filter = {} }: CoverageParams,
  me: string | undefined,
): CoverageGroup[] {
  const realm = workspace.main;
  const catalog = realm.session.library.catalog(part.framework.id);
  if (catalog === undefined) return [];
  return groupedRows(catalog, listedRows(part)).flatMap(({ head, rows }): CoverageGroup[] => {
    const wanted = rows.filter(row => fits(row, filter, me));
    if (wanted.length === 0) return [];
    const applicable = rows.filter(row => row.applicable);
    return [
      {
        ...(head === undefined ? {} : { id: head.id }),
        title: head?.title ?? part.framework.name,
        applicable: applicable.length,
        met: applicable.filter(row => !isOpen(row)).length,
        controls: wanted.map(row => controlData({ realm, client }, catalog, row)),
      },
    ];
  });
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
