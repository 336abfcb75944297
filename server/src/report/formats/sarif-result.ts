import type { Range, ReportedEdit, ReportedFinding, ReportedFix, SuppressedFinding } from '../reported.ts';
import { sarifLevel } from './sarif-rule.ts';

/** Related places of one result that GitHub takes. */
const MOST_PLACES = 100;

/** Fixes of one result beyond these are for an editor. */
const MOST_FIXES = 3;

/** A finding as a SARIF result. */
export function sarifResult(
  finding: ReportedFinding | SuppressedFinding,
  ruleIndex: number | undefined,
): object {
  const { rule, severity, message, path, range, controls, related, fixes, fingerprint } = finding;
  const edits = fixes.flatMap(fix => (fix.edits === undefined ? [] : [sarifFix(fix, fix.edits)]));
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: sarifLevel(severity),
    message: { text: message },
    locations: [{ physicalLocation: physical(path, range) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.slice(0, MOST_PLACES).map((each, index) => ({
            id: index + 1,
            physicalLocation: physical(each.path, each.range),
            message: { text: each.message },
          })),
        }),
    // GitHub follows an alert by the first of these, which must not be the line's number or its bare text.
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint.slice(0, 16)}:1`,
      'clausewright/v1': fingerprint,
    },
    ...(edits.length === 0 ? {} : { fixes: edits.slice(0, MOST_FIXES) }),
    ...('suppression' in finding ? { suppressions: [suppression(finding)] } : {}),
    ...(controls.length === 0 ? {} : { properties: { controls } }),
  };
}

function suppression({ suppression: { kind, reason } }: SuppressedFinding): object {
  return {
    kind: kind === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    justification: reason,
  };
}

function sarifFix(fix: ReportedFix, edits: readonly ReportedEdit[]): object {
  const paths = [...new Set(edits.map(edit => edit.path))];
  return {
    description: { text: fix.title },
    artifactChanges: paths.map(path => ({
      artifactLocation: artifact(path),
      replacements: edits
        .filter(edit => edit.path === path)
        .map(({ range, text }) => ({ deletedRegion: region(range), insertedContent: { text } })),
    })),
  };
}

function physical(path: string, range: Range): object {
  return { artifactLocation: artifact(path), region: region(range) };
}

function artifact(path: string): object {
  return { uri: path.split('/').map(encoded).join('/'), uriBaseId: '%SRCROOT%' };
}

function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'));
}

/** Lines and columns counted from 1; the end column is the one behind the last character. */
function region({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
