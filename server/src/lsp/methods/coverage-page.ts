import { coverageData } from '../../report/coverage-data.ts';
import { reportBody } from '../../report/html/body.ts';
import { htmlReport } from '../../report/html/page.ts';
import { REPORT_SCRIPT } from '../../report/html/script.ts';
import { REPORT_STYLE } from '../../report/html/style.ts';
import { assessedRisks } from '../../workspace/assessment/rated.ts';
import type { Context } from '../context.ts';
import type { CoveragePageParams, CoveragePageResult } from '../protocol-overview.ts';

/** Stands before the path of a file in the links of a body, where the client's own script finds it. */
const OPENS = '#open/';

/** clausewright/coveragePage: the coverage report, as a page or for a panel of the client. */
export async function coveragePage(
  context: Context,
  { form }: CoveragePageParams,
): Promise<CoveragePageResult> {
  await context.loader().ready;
  const coverage = await context.overview.coverage();
  const { session } = context.workspace.main;
  const naming = { shown: (path: string) => path, source: (path: string) => session.source(path) };
  const risks = assessedRisks(session, () => true);
  const input = { data: coverageData([{ coverage, naming }]), date: session.today, risks };
  if (form === 'file') return { html: htmlReport(input) };
  return {
    html: reportBody({ ...input, base: OPENS }).markup,
    style: REPORT_STYLE,
    script: REPORT_SCRIPT,
  };
}
