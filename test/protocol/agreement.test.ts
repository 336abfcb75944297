import { expect, test } from 'vitest';
import type { Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { reportOf } from '../cli/support/json.ts';
import { clausewright } from '../cli/support/program.ts';
import { type Editor, startEditor } from '../support/editor.ts';
import { EXAMPLES, exampleFiles, openExample } from '../support/example.ts';

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
    [...editor.files.keys()].find(each => editor.uri(each) === uri) ?? uri.slice(editor.uri('').length + 1);
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
  // One has everything, one has no document yet.
  expect(shown.length > 0).toBe(!['complete', 'fine-tuned-model'].includes(name));
});

test('what a baseline knows is shown by neither, from the moment at which it is written', async () => {
  const files = Object.fromEntries(exampleFiles('two-systems'));
  const config = `${files['clausewright.yaml']}\nbaseline: known.json\n`;
  const editor = await startEditor({ files: { ...files, 'clausewright.yaml': config } });
  const all = await diagnosticsOf(editor);
  expect(all.length).toBeGreaterThan(30);
  expect(editor.client.log.join('\n')).toContain('The baseline known.json is not used');

  const mapping = 'claims-triage/controls.yaml';
  const about = (): Promise<unknown> =>
    editor.client.request('clausewright/document', { uri: editor.uri(mapping) });
  expect(await about()).toEqual({ kind: 'control-mapping', known: 0 });
  const ofMapping = all.filter(each => each.path === mapping).length;

  expect(clausewright(['check', '--update-baseline'], { cwd: editor.folder }).code).toBe(0);
  editor.touched('created', 'known.json');
  await editor.client.untilAnswer(
    'no findings',
    () => diagnosticsOf(editor),
    shown => shown.length === 0,
  );

  expect(await about(), 'how many are not shown').toEqual({ kind: 'control-mapping', known: ofMapping });

  // A renamed document is known again, a new gap is not.
  editor.write(
    'claims-triage/soa.yaml',
    `${files[mapping]?.replace('docs/suppliers.md', 'docs/supplier.md')}`,
  );
  editor.remove(mapping);
  editor.touched('deleted', mapping);
  editor.touched('created', 'claims-triage/soa.yaml');
  const expected = ordered(findingsIn(editor.folder));
  expect(expected.length).toBeGreaterThan(0);
  expect(expected.length).toBeLessThan(10);
  await editor.client.untilAnswer(
    'the new gap',
    () => diagnosticsOf(editor),
    shown => JSON.stringify(ordered(shown)) === JSON.stringify(expected),
  );
});
