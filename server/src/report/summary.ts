import { SEVERITIES, type Severity } from '../model/severity.ts';
import type { CheckReport } from './reported.ts';

/** The numbers at the end of a report. */
export interface CheckSummary {
  /** Documents that were checked, by kind. */
  readonly documents: Readonly<Record<string, number>>;
  /** Findings by severity; every severity is there. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** Number of documents that were checked. */
  readonly files: number;
  /** Number of findings that comments silence; they are not among `findings`. */
  readonly suppressed: number;
  /** Number of findings that the baseline knows, and of its entries that match none; absent without a baseline. */
  readonly baseline?: { readonly known: number; readonly outdated: number };
  /** What the findings are narrowed down to, and how many others there are. */
  readonly since?: { readonly revision: string; readonly others: number };
}

/** Counts what a check found. */
export function summaryOf({ findings, documents, suppressed, outdated, since }: CheckReport): CheckSummary {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const files = Object.values(documents).reduce((sum, count) => sum + count, 0);
  const known = suppressed.filter(each => each.suppression.kind === 'baseline').length;
  return {
    documents,
    findings: counts,
    files,
    suppressed: suppressed.length - known,
    ...(outdated === undefined ? {} : { baseline: { known, outdated: outdated.length } }),
    ...(since === undefined ? {} : { since }),
  };
}

/** The numbers as a sentence. */
export function summaryLine(summary: CheckSummary): string {
  const found = SEVERITIES.filter(severity => summary.findings[severity] > 0).map(severity =>
    severity === 'information'
      ? `${summary.findings[severity]} information`
      : counted(summary.findings[severity], severity),
  );
  const where = Object.entries(summary.documents).map(([kind, count]) =>
    counted(count, kind === 'config' ? 'configuration' : kind.replaceAll('-', ' ')),
  );
  const others = [
    summary.suppressed === 0 ? '' : `${summary.suppressed} suppressed`,
    (summary.baseline?.known ?? 0) === 0 ? '' : `${summary.baseline?.known} known from the baseline`,
    (summary.since?.others ?? 0) === 0
      ? ''
      : `${summary.since?.others} not of the change since ${summary.since?.revision}`,
  ].filter(part => part !== '');
  const silenced = others.map(part => `; ${part}`).join('');
  if (summary.files === 0) return 'No document of a known kind was found; nothing was checked.';
  return `${found.length === 0 ? 'No findings' : found.join(', ')} in ${counted(summary.files, 'document')} (${where.join(', ')})${silenced}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
