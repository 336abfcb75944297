import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  DefinitionLink,
  Hover,
  Location,
  MarkupContent,
  Position,
  Range,
  TypeHierarchyItem,
} from 'vscode-languageserver';
import { RULES } from '../../server/src/rules/registry.ts';
import { reportOf } from '../cli/support/json.ts';
import { clausewright } from '../cli/support/program.ts';
import { type Editor, positionIn, textIn } from '../support/editor.ts';
import { openExample } from '../support/example.ts';
import { checkedIn } from '../support/git.ts';

const TRIAGE = 'claims-triage/controls.yaml';
const FRAUD = 'fraud-screening/soa.yaml';

const ends: (() => void)[] = [];
afterAll(() => {
  for (const end of ends) end();
});

/** One editor for all tests that change nothing. */
async function opened(): Promise<Editor> {
  // Only git tells when what a test covers has changed.
  const editor = await openExample('two-systems', { ends: end => ends.push(end), prepared: checkedIn });
  for (const path of editor.files.keys()) if (/\.(?:md|yaml)$/.test(path)) editor.open(path);
  return editor;
}

/** Asks about the place where a text stands in a file; the cursor is put behind its first letter. */
function ask<R>(editor: Editor, path: string, text: string, method: string, more: object = {}): Promise<R> {
  const offset = editor.text(path).indexOf(text);
  if (offset < 0) throw new Error(`"${text}" does not stand in ${path}`);
  const position: Position = positionIn(editor.text(path), offset + 1);
  return editor.client.request<R>(`textDocument/${method}`, {
    textDocument: { uri: editor.uri(path) },
    position,
    ...more,
  });
}

/** A location as `path:line first words`, counted from 1. */
function told(editor: Editor, uri: string, range: Range): string {
  const path = [...editor.files.keys()].find(each => editor.uri(each) === uri);
  if (path === undefined) return uri;
  const text = textIn(editor.text(path), range).split('\n')[0] ?? '';
  return `${path}:${range.start.line + 1}${text === '' ? '' : ` ${text}`}`;
}

async function definition(editor: Editor, path: string, text: string): Promise<string[]> {
  const links = (await ask<DefinitionLink[] | null>(editor, path, text, 'definition')) ?? [];
  return links.map(each => told(editor, each.targetUri, each.targetSelectionRange));
}

async function hover(editor: Editor, path: string, text: string): Promise<string> {
  const found = await ask<Hover | null>(editor, path, text, 'hover');
  return (found?.contents as MarkupContent | undefined)?.value ?? '';
}

describe('every rule of the graph', () => {
  test('has a case in the example', async () => {
    const editor = await openExample('two-systems', { prepared: checkedIn });
    const run = clausewright(['check', '--format', 'json'], { cwd: editor.folder });
    const found = new Set(reportOf(run).findings.map(each => each.rule));
    const wanted = RULES.map(each => each.id).filter(
      id =>
        /^(?:evidence|review|crossdoc)\//.test(id) ||
        /^mapping\/(?:overstated-status|duty-applies)$/.test(id) ||
        /^reference\/(?:ambiguous-id|superseded-edition|wrong-title)$/.test(id),
    );
    expect(wanted.length).toBeGreaterThan(25);
    expect(wanted.filter(id => !found.has(id))).toEqual([]);
  });
});

describe('a target is reached and graded', () => {
  let editor: Editor;
  beforeAll(async () => {
    editor = await opened();
  });

  /** Checks where evidence leads, and what its hover says of its strength. */
  async function checkTarget(
    path: string,
    text: string,
    places: readonly string[],
    grade: RegExp,
  ): Promise<void> {
    expect(await definition(editor, path, text)).toEqual(places);
    expect(await hover(editor, path, text)).toMatch(grade);
  }

  test.each([
    ['a file', 'docs/ai-policy.md', ['claims-triage/docs/ai-policy.md:1'], /: reviewed/],
    [
      'a section whose text was changed',
      'docs/impact-assessment.md#impact',
      ['claims-triage/docs/impact-assessment.md:23 Impact on individuals'],
      /: documented, \*\*suspect\*\*/,
    ],
    [
      'a heading that stands twice',
      'docs/data.md#sources-1',
      ['claims-triage/docs/data.md:9 Sources'],
      /: documented/,
    ],
    [
      'an anchor',
      'docs/data.md#retention',
      ['claims-triage/docs/data.md:14 How long it is kept'],
      /: documented/,
    ],
    [
      "an author's own id",
      'docs/data.md#labels',
      ['claims-triage/docs/data.md:18 How claims are labelled'],
      /: documented/,
    ],
    [
      'a folder',
      'data/\n',
      ['claims-triage/data/claims-history/DATASET_CARD.md:1'],
      /: documented .*only its presence is checked/,
    ],
    ['a glob, at the marked line', 'src/*.py', ['claims-triage/src/triage.py:10 A.6.2.8'], /triage\.py:10/],
    ['lines of code', 'src/monitor.py#L5', ['claims-triage/src/monitor.py:5'], /: documented/],
    ['JUnit XML', 'reports/acceptance', ['claims-triage/reports/acceptance.junit.xml:1'], /: tested/],
    ['SARIF', 'reports/code-scan', ['claims-triage/reports/code-scan.sarif:1'], /: tested/],
    ['metrics with limits', 'reports/metrics', ['claims-triage/reports/metrics.json:1'], /: tested/],
    [
      'a result that fails',
      'reports/rollout',
      ['claims-triage/reports/rollout.junit.xml:1'],
      /: documented .*1 of 2 checks fail/,
    ],
    [
      'a result that is stale',
      'reports/drift',
      ['claims-triage/reports/drift.junit.xml:1'],
      /: documented .*after the test ran/,
    ],
    ['an address', 'https://wiki', [], /: asserted .*a link/],
    ['a ticket', 'GOV-118', [], /: asserted .*a ticket/],
    ['nothing', 'docs/external-reports.md', [], /: missing/],
    ['nothing that may be read', 'file:///C:', [], /: missing .*out of the workspace/],
    ['what has run out', 'docs/suppliers.md', ['claims-triage/docs/suppliers.md:1'], /: asserted .*expired/],
  ])('%s', (_, text, places, grade) => checkTarget(TRIAGE, text, places, grade));

  test.each([
    [
      'a value by its path in YAML',
      'impact-assessment.yaml#',
      [
        'fraud-screening/impact-assessment.yaml:7 An honest customer is asked for proof that others need not give.',
      ],
      /: documented/,
    ],
    ['evaluation results', '.eval_results', ['fraud-screening/.eval_results/holdout.yaml:1'], /: tested/],
    ['a model-index', '../shared/models', ['shared/models/fraud-screening.model-card.md:1'], /: tested/],
    ['a path from the root', '/claims-triage/docs', ['claims-triage/docs/ai-policy.md:1'], /: documented/],
  ])('%s', (_, text, places, grade) => checkTarget(FRAUD, text, places, grade));

  test('an id leads to its marked line and its page; a claim to the entry', async () => {
    expect(await definition(editor, TRIAGE, 'A.6.2.8')).toEqual([
      'claims-triage/src/triage.py:10 A.6.2.8',
      'clausewright-catalog:/iso-42001/A.6.2.8.md',
    ]);
    const card = await definition(editor, 'claims-triage/MODEL_CARD.md', 'A.10.4');
    expect(card[0]).toMatch(/^claims-triage\/controls\.yaml:\d+ A\.10\.4$/);
  });

  test('an id of both systems is explained with the entries of both', async () => {
    const text = await hover(editor, FRAUD, 'A.6.2.4');
    expect(text).toContain('fraud-screening/soa.yaml');
    expect(text).toContain('claims-triage/controls.yaml');
    expect(text.indexOf('fraud-screening/soa.yaml')).toBeLessThan(
      text.indexOf('claims-triage/controls.yaml'),
    );
  });

  test('references of a control, a system, a section and a dataset cross files', async () => {
    const references = async (path: string, text: string): Promise<string[]> => {
      const found = await ask<Location[]>(editor, path, text, 'references', {
        context: { includeDeclaration: true },
      });
      return found.map(each => told(editor, each.uri, each.range));
    };
    expect(await references(TRIAGE, 'A.6.2.8')).toEqual([
      expect.stringMatching(/^claims-triage\/controls\.yaml:\d+ A\.6\.2\.8$/),
      'claims-triage/src/triage.py:10 A.6.2.8',
    ]);
    const systems = await references(FRAUD, 'fraud-screening,');
    expect(systems.map(each => each.split(':')[0])).toEqual([
      'fraud-screening/impact-assessment.yaml',
      FRAUD,
      'shared/models/fraud-screening.model-card.md',
    ]);
    expect(await references('claims-triage/docs/ai-policy.md', 'How Harbour')).toHaveLength(1);
    const sections = await references('claims-triage/docs/data.md', 'How claims are');
    expect(sections.map(each => each.split(':')[0])).toEqual([TRIAGE, 'claims-triage/docs/data.md']);
    const datasets = await references('claims-triage/MODEL_CARD.md', 'claims-history');
    expect(datasets.map(each => each.split(':')[0])).toEqual([
      'claims-triage/MODEL_CARD.md',
      'claims-triage/data/claims-history/DATASET_CARD.md',
    ]);
  });

  test('the hierarchy leads from a control to code and back', async () => {
    const [control] = await ask<TypeHierarchyItem[]>(editor, TRIAGE, 'A.6.2.8', 'prepareTypeHierarchy');
    const below = await editor.client.request<TypeHierarchyItem[]>('typeHierarchy/subtypes', {
      item: control,
    });
    expect(below.map(each => each.name)).toEqual(['triage.py:10']);
    const above = await editor.client.request<TypeHierarchyItem[]>('typeHierarchy/supertypes', {
      item: below[0],
    });
    expect(above.map(each => each.data.item.id)).toContain('iso-42001:A.6.2.8');
  });
});
