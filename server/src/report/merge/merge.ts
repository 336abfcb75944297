import type { ControlData, CoverageData } from '../coverage-data.ts';
import { byPathAndPlace, type CheckReport, type ReportedFinding } from '../reported.ts';
import type { Result } from './result.ts';

/** Several results as one, and what contradicts itself among them. */
export interface Merged extends Result {
  /** Controls of which two results say different things, as `system id`; the one is kept that sorts first. */
  readonly contradictions: readonly string[];
}

/** Joins results. Their order makes no difference, and what stands in several of them counts once. */
export function merged(results: readonly Result[]): Merged {
  const checks = results.flatMap(each => each.check ?? []);
  const coverages = results.flatMap(each => each.coverage ?? []);
  const controls = joined(coverages.flatMap(each => each.controls));
  const clauses = joined(coverages.flatMap(each => each.clauses));
  const frameworks = joined(coverages.flatMap(each => each.frameworks));
  const coverage: CoverageData = {
    version: 1,
    controls: controls.kept,
    clauses: clauses.kept,
    frameworks: frameworks.kept,
  };
  return {
    check: checks.length === 0 ? undefined : mergedChecks(checks),
    coverage: coverages.length === 0 ? undefined : coverage,
    contradictions: [...new Set([controls, clauses].flatMap(each => each.contradictions))].sort(),
  };
}

function mergedChecks(checks: readonly CheckReport[]): CheckReport {
  const documents = new Map<string, number>();
  for (const check of checks)
    for (const [kind, count] of Object.entries(check.documents))
      documents.set(kind, (documents.get(kind) ?? 0) + count);
  return {
    findings: distinct(checks.flatMap(each => each.findings)),
    suppressed: distinct(checks.flatMap(each => each.suppressed)),
    paths: [],
    documents: Object.fromEntries([...documents].sort(([a], [b]) => byText(a, b))),
  };
}

function distinct<T extends ReportedFinding>(findings: readonly T[]): T[] {
  const known = new Map(findings.map(each => [JSON.stringify(each), each]));
  return [...known]
    .sort(([a, first], [b, second]) => byPathAndPlace(first, second) || byText(a, b))
    .map(([, each]) => each);
}

/** What is known by system and id, each once, by system, framework and id. */
function joined<T extends Pick<ControlData, 'id' | 'system'>>(
  items: readonly T[],
): { readonly kept: T[]; readonly contradictions: string[] } {
  const known = new Map<string, { readonly text: string; readonly item: T }>();
  const contradictions: string[] = [];
  for (const item of items) {
    const key = JSON.stringify([item.system, item.id]);
    const text = JSON.stringify(item);
    const before = known.get(key);
    if (before !== undefined && before.text !== text)
      contradictions.push(`${item.system ?? ''} ${item.id}`.trim());
    if (before === undefined || text < before.text) known.set(key, { text, item });
  }
  const kept = [...known.values()].map(each => each.item);
  return {
    kept: kept.sort(
      (a, b) => byText(a.system ?? '', b.system ?? '') || byNumbers(a.id, b.id) || byText(a.id, b.id),
    ),
    contradictions,
  };
}

/** The order of ids: numbers in them count as numbers, so that A.10 comes behind A.9. */
function byNumbers(a: string, b: string): number {
  const [first, second] = [a, b].map(text => text.match(/\d+|\D+/g) ?? []);
  for (const [index, part] of (first ?? []).entries()) {
    const other = second?.[index];
    if (other === undefined) return 1;
    const [x, y] = [Number(part), Number(other)];
    const order = Number.isNaN(x) || Number.isNaN(y) ? byText(part, other) : x - y;
    if (order !== 0) return order;
  }
  return (first?.length ?? 0) - (second?.length ?? 0);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
