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
}

/** Counts what a check found. */
export function summaryOf({ findings, documents, suppressed }: CheckReport): CheckSummary {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const files = Object.values(documents).reduce((sum, count) => sum + count, 0);
  return { documents, findings: counts, files, suppressed };
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
  const silenced = summary.suppressed === 0 ? '' : `; ${summary.suppressed} suppressed`;
  if (summary.files === 0) return 'No document of a known kind was found; nothing was checked.';
  return `${found.length === 0 ? 'No findings' : found.join(', ')} in ${counted(summary.files, 'document')} (${where.join(', ')})${silenced}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
