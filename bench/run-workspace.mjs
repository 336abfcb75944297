// Workspaces of many documents: what indexing costs beside reading and parsing once, and that an edit costs the same.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Library } from '../server/src/catalog/library.ts';
import { catalogsIn } from '../server/src/hosts/node/catalogs.ts';
import { nodeHost } from '../server/src/hosts/node/host.ts';
import { readDocument } from '../server/src/model/document.ts';
import { Checker } from '../server/src/rules/checker.ts';
import { RULES } from '../server/src/rules/registry.ts';
import { createBlockParser } from '../server/src/syntax/markdown/blocks.ts';
import { Source } from '../server/src/text/source.ts';
import { loadWorkspace } from '../server/src/workspace/load.ts';
import { Session } from '../server/src/workspace/session.ts';
import { card, mapping } from './documents.mjs';
import { median } from './measure.mjs';

const catalogs = fileURLToPath(new URL('../dist/catalogs', import.meta.url));

/** Half mappings, half cards, each system in a folder of its own. */
function files(count) {
  return Array.from({ length: count }, (_, index) => {
    const folder = `system-${Math.floor(index / 2)}`;
    return index % 2 === 0
      ? [join(folder, 'controls.yaml'), mapping(60, index + 1)]
      : [join(folder, 'MODEL_CARD.md'), card(60, index + 1)];
  });
}

/** Figures of a workspace of `count` documents; times in milliseconds. */
async function workspace(count) {
  const texts = files(count);
  const folder = mkdtempSync(join(tmpdir(), 'clausewright-workspace-'));
  try {
    for (const [path, text] of texts) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await measured(folder, texts);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(folder, texts) {
  const blocks = createBlockParser();
  const library = new Library(catalogsIn(catalogs));
  const session = new Session({ library, today: '2026-11-22' });
  library.catalog('iso-42001');
  const parseFrom = performance.now();
  for (const [path] of texts)
    readDocument(path, new Source(readFileSync(join(folder, path), 'utf8')), {
      blocks,
      kind: undefined,
      earlier: undefined,
    });
  const parse = performance.now() - parseFrom;
  // As the server does it: listing, reading, facts; trees of documents that nobody looks at are dropped.
  const indexFrom = performance.now();
  await loadWorkspace(session, nodeHost([{ prefix: '', folder }]), { release: true });
  const index = performance.now() - indexFrom;
  const checker = new Checker(session, RULES);
  for (const [path] of texts) checker.findings(path);
  const [path, text] = texts[Math.floor(texts.length / 4) * 2];
  const took = [];
  let source = new Source(text);
  session.setText(path, source);
  for (let turn = 0; turn < 60; turn += 1) {
    const offset = source.text.indexOf('notes: ') + 9;
    const span = { start: offset, end: offset };
    const from = performance.now();
    source = source.change({ span, text: 'x' });
    session.setText(path, source, { replaced: span, inserted: 1 });
    for (const stale of checker.refresh()) checker.findings(stale);
    took.push(performance.now() - from);
  }
  return { parse, index, edit: median(took.slice(20)) };
}

/** Frameworks that large organisations answer, the most usual first. */
const FRAMEWORKS = [
  'iso-42001',
  'iso-27001',
  'nist-ai-rmf',
  'nist-csf',
  'eu-ai-act',
  'aicm',
  'hipaa',
  'pci-dss',
];

/** What one mapping of 1,000 lines costs that names so many frameworks: the first check, and an edit. */
function withFrameworks(count) {
  const library = new Library(catalogsIn(catalogs));
  const named = FRAMEWORKS.filter(id => library.catalog(id) !== undefined).slice(0, count);
  const fresh = new Library(catalogsIn(catalogs));
  const text = mapping(1_000).replace(/^frameworks: .*$/m, `frameworks: [${named.slice(1).join(', ')}]`);
  const session = new Session({ library: fresh, today: '2026-11-22' });
  const checker = new Checker(session, RULES);
  const from = performance.now();
  session.setFiles(['controls.yaml']);
  let source = new Source(text);
  session.setText('controls.yaml', source);
  checker.findings('controls.yaml');
  const first = performance.now() - from;
  const took = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const offset = source.text.indexOf('notes: ') + 9;
    const begin = performance.now();
    source = source.change({ span: { start: offset, end: offset }, text: 'x' });
    session.setText('controls.yaml', source, { replaced: { start: offset, end: offset }, inserted: 1 });
    checker.refresh();
    checker.findings('controls.yaml');
    took.push(performance.now() - begin);
  }
  return { frameworks: named.length, first, edit: median(took.slice(20)) };
}

/** Growth with the number of frameworks. */
export function frameworks() {
  withFrameworks(1); // the first run pays for compilation
  return Object.fromEntries([1, 4, FRAMEWORKS.length].map(count => [count, withFrameworks(count)]));
}

/** Workspaces of 10, 1,000 and 10,000 documents. */
export async function workspaces({ quick }) {
  for (let warm = 0; warm < 3; warm += 1) await workspace(100); // the first runs pay for compilation
  const result = {};
  for (const count of quick ? [10, 1_000] : [10, 1_000, 10_000]) result[count] = await workspace(count);
  return result;
}
