import { expect, test } from 'vitest';
import type { Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { reportOf } from '../cli/support/json.ts';
import { clausewright } from '../cli/support/program.ts';
import type { Editor } from '../support/editor.ts';
import { EXAMPLES, openExample } from '../support/example.ts';

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

/** A finding in words that both sides can say. */
type Told = Pick<Diagnostic, 'message' | 'range'> & {
  readonly path: string;
  readonly rule: unknown;
  readonly severity: string | undefined;
  readonly related: readonly string[];
};

async function diagnosticsOf(editor: Editor): Promise<Told[]> {
  const { items } = await editor.client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: [],
  });
  const path = (uri: string): string =>
    [...editor.files.keys()].find(each => editor.uri(each) === uri) ?? uri;
  const place = (uri: string, { start }: Diagnostic['range'], message: string): string =>
    `${path(uri)}:${start.line}:${start.character} ${message}`;
  return items.flatMap(report =>
    (report.kind === 'full' ? report.items : []).map(
      ({ range, code, severity, message, relatedInformation }) => ({
        path: path(report.uri),
        range,
        rule: code,
        severity: SEVERITIES[severity ?? 0],
        message,
        related: (relatedInformation ?? []).map(each =>
          place(each.location.uri, each.location.range, each.message),
        ),
      }),
    ),
  );
}

function findingsIn(folder: string): Told[] {
  return reportOf(clausewright(['check', '--format', 'json'], { cwd: folder })).findings.map(
    ({ path, range, rule, severity, message, related }) => ({
      path,
      range,
      rule,
      severity,
      message,
      related: related.map(
        each => `${each.path}:${each.range.start.line}:${each.range.start.character} ${each.message}`,
      ),
    }),
  );
}

const ordered = (all: readonly Told[]): string[] => all.map(each => JSON.stringify(each)).sort();

test.each(EXAMPLES)('the editor shows in %s what the command line prints', async name => {
  const editor = await openExample(name);
  const shown = await diagnosticsOf(editor);
  expect(ordered(shown)).toEqual(ordered(findingsIn(editor.folder)));
  expect(shown.length > 0).toBe(name !== 'complete');
});
