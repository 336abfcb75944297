import { roadmapsOf } from '../../report/roadmap.ts';
import type { Context } from '../context.ts';
import { controlData } from '../overview-data.ts';
import type { RoadmapOfSystem, RoadmapResult } from '../protocol-overview.ts';

/** clausewright/roadmap: what is open on the way to a certification, with the place of each item. */
export async function roadmap(context: Context): Promise<RoadmapResult> {
  await context.loader().ready;
  const coverage = await context.overview.coverage();
  const { workspace, client } = context;
  const realm = workspace.main;
  const { library } = realm.session;
  const roadmaps = roadmapsOf(coverage, id => library.catalog(id)).flatMap((plan): RoadmapOfSystem[] => {
    const catalog = library.catalog(plan.framework);
    if (catalog === undefined) return [];
    const rows = new Map(
      [...coverage.controls, ...coverage.clauses]
        .filter(each => each.system === plan.system)
        .map(each => [each.id, each]),
    );
    const phases = plan.phases.map(phase => ({
      ...phase,
      steps: phase.steps.map(({ title, note, closes, gaps }) => ({
        title,
        ...(note === undefined ? {} : { note }),
        items: closes.length,
        gaps: gaps.flatMap(({ id, todo }) => {
          const row = rows.get(id);
          return row === undefined ? [] : [{ control: controlData({ realm, client }, catalog, row), todo }];
        }),
      })),
    }));
    return [{ ...plan, phases }];
  });
  return { roadmaps };
}
