import type { ReportedFinding } from '../reported.ts';
import type { DiffData } from './data.ts';

/** A comparison as JSON, format version 1; the schema is docs/schema/diff.schema.json. */
export function diffJson({ findings, ...data }: DiffData): string {
  const shown = {
    ...data,
    findings: { new: findings.new.map(plain), resolved: findings.resolved.map(plain), kept: findings.kept },
  };
  return `${JSON.stringify(shown, undefined, 2)}\n`;
}

function plain({ rule, severity, message, path, range, controls, fingerprint }: ReportedFinding): object {
  return { rule, severity, message, path, range, controls, fingerprint };
}
