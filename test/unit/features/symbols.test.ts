import { expect, test } from 'vitest';
import { type DocumentSymbol, documentSymbols } from '../../../server/src/features/document-symbols.ts';
import { workspaceSymbols } from '../../../server/src/features/workspace-symbols.ts';
import { encloses } from '../../../server/src/text/span.ts';
import { opened, shown } from '../../support/navigation.ts';
import { SCORING } from '../../support/scoring.ts';

/** The outline as indented lines `kind name [detail]`. */
function checkOutline(text: string, path: string, ...expected: string[]): void {
  const { session } = opened(text);
  const lines: string[] = [];
  const visit = (symbols: readonly DocumentSymbol[], depth: number): void => {
    for (const { kind, name, detail, span, selection, children } of symbols) {
      lines.push(`${'  '.repeat(depth)}${kind} ${name}${detail === '' ? '' : ` [${detail}]`}`);
      expect(encloses(span, selection), `${name} encloses its selection`).toBe(true);
      visit(children, depth + 1);
    }
  };
  visit(documentSymbols(session, path), 0);
  expect(lines).toEqual(expected);
}

/** What a query finds, best first. */
function checkFound(text: string, query: string, ...expected: string[]): void {
  const open = opened(text);
  const found = workspaceSymbols(open.session, query);
  expect(found.map(each => `${each.kind} ${each.name} = ${shown(open, each.path, each.span)}`)).toEqual(
    expected,
  );
}

test('a card: sections under sections', () => {
  checkOutline(
    SCORING,
    'docs/MODEL_CARD.md',
    'section Card',
    '  section Evaluation [A.6.2.4]',
    '  section Training data [A.7.2, A.7.3, A.4.3]',
  );
  checkOutline(
    '//- MODEL_CARD.md\nlead\n# A\n### B\n**Bold**\n\nx\n## C\n# \n',
    'MODEL_CARD.md',
    'section A',
    '  section B',
    '    section Bold',
    '  section C',
    'section (no title)',
  );
});

test('a mapping: system, then entries with title and status', () => {
  checkOutline(
    SCORING,
    'controls.yaml',
    'system scoring [Credit scoring]',
    'entry A.6.2.4 AI system verification and validation [implemented]',
    'entry A.7.2 Data for development and enhancement of AI system [partial]',
    'entry A.10.4 Customers [excluded]',
  );
  checkOutline(
    '//- controls.yaml\nclausewright: control-mapping/1\ncontrols:\n  A.7.2: { status: planned }\n  A.99: {}\n',
    'controls.yaml',
    'entry A.7.2 Data for development and enhancement of AI system [planned]',
    'entry A.99',
  );
  checkOutline(
    '//- controls.yaml\nclausewright: control-mapping/1\ncontrols:\n  - status: planned\n  -\n  - id:\n',
    'controls.yaml',
    'entry (no id) [planned]',
    'entry (no id)',
    'entry (no id)',
  );
});

test('other YAML: its keys', () => {
  checkOutline(
    '//- aiia.yaml\nclausewright: impact-assessment/1\nsystem: x\nharms:\n  - a\n  - b\n',
    'aiia.yaml',
    'key clausewright',
    'key system',
    'key harms',
  );
});

test('no document', () => {
  expect(documentSymbols(opened(SCORING).session, 'none.md')).toEqual([]);
});

const ENTRY = 'entry A.6.2.4 AI system verification and validation = controls.yaml: A.6.2.4';
const SECTION = 'section Evaluation = docs/MODEL_CARD.md: Evaluation';

test('entries by id, in any spelling, and by title', () => {
  checkFound(SCORING, 'A.6.2.4', ENTRY);
  checkFound(SCORING, 'a-6-2-4', ENTRY);
  checkFound(SCORING, '6.2.4', ENTRY);
  checkFound(SCORING, 'iso-42001:A.6.2.4', ENTRY);
  checkFound(SCORING, 'validation verif', ENTRY);
});

test('sections and systems by name; the closest first', () => {
  checkFound(SCORING, 'evaluation', SECTION);
  checkFound(SCORING, 'scoring', 'system scoring = controls.yaml: scoring');
  checkFound(
    SCORING,
    'data',
    'section Dataset card for credit history = data/credit-history/README.md: Dataset card for credit history',
    'section Training data = docs/MODEL_CARD.md: Training data',
    'entry A.7.2 Data for development and enhancement of AI system = controls.yaml: A.7.2',
  );
  checkFound(SCORING, 'nothing of the kind');
});

test('an empty query finds everything, up to a limit', () => {
  const { session } = opened(SCORING);
  expect(workspaceSymbols(session, ' ').length).toBe(9);
});

test('a search opens no document', () => {
  const { session } = opened(SCORING);
  let opens = 0;
  const original = session.document.bind(session);
  session.document = path => {
    opens += 1;
    return original(path);
  };
  workspaceSymbols(session, 'evaluation');
  expect(opens).toBe(0);
});
