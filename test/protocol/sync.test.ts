import { expect, test } from 'vitest';
import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { Source } from '../../server/src/text/source.ts';
import { positionIn, startEditor, textIn } from '../support/editor.ts';
import { checkerOf } from '../support/fixture.ts';

const MAPPING = `clausewright: control-mapping/1
system: { id: scoring, name: Credit 😀 scoring }
controls:
  - id: A.6.2.4
    status: planned
  - id: A.7.2
    status: planned
    owner: jane@example.org
`;

/** What the checker finds in these files, as rule and place. */
function expected(files: ReadonlyMap<string, string>, path: string): string[] {
  const source = new Source(files.get(path) ?? '');
  return checkerOf(files)
    .findings(path)
    .filter(each => each.suppressed === undefined)
    .map(({ rule, span, message }) => {
      const { line, character } = source.position(span.start);
      return `${rule} ${line}:${character} ${message}`;
    })
    .sort();
}

function shown(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .map(({ code, range, message }) => `${code} ${range.start.line}:${range.start.character} ${message}`)
    .sort();
}

async function checkText(text: string, ...changes: TextDocumentContentChangeEvent[]): Promise<string> {
  const editor = await startEditor({ files: { 'controls.yaml': text } });
  const uri = editor.open('controls.yaml');
  await editor.client.diagnostics(uri);
  let source = new Source(text);
  for (const change of changes) {
    source =
      'range' in change
        ? source.change({
            span: { start: source.offset(change.range.start), end: source.offset(change.range.end) },
            text: change.text,
          })
        : new Source(change.text);
  }
  editor.client.change(uri, 2, ...changes);
  const diagnostics = await editor.client.diagnostics(uri);
  expect(shown(diagnostics)).toEqual(expected(new Map([['controls.yaml', source.text]]), 'controls.yaml'));
  return source.text;
}

function insertAt(text: string, needle: string, inserted: string): TextDocumentContentChangeEvent {
  const position = positionIn(text, text.indexOf(needle));
  return { range: { start: position, end: position }, text: inserted };
}

test('one change gives what the checker finds', async () => {
  await checkText(MAPPING, insertAt(MAPPING, '  - id: A.7.2', '    owner: jane@example.org\n'));
});

test('several changes of one notification apply in their order', async () => {
  const first = insertAt(MAPPING, 'A.6.2.4', 'X');
  const second: TextDocumentContentChangeEvent = {
    range: { start: { line: 3, character: 8 }, end: { line: 3, character: 9 } },
    text: '',
  };
  const text = await checkText(MAPPING, first, second, insertAt(MAPPING, 'controls:', '# a note\n'));
  expect(text).toContain('# a note\ncontrols:');
  expect(text).not.toContain('XA.6.2.4');
});

test('changes far apart in a long document give what a fresh server finds', async () => {
  const entry = (n: number): string =>
    `  - id: A.6.2.${(n % 8) + 1}\n    status: planned\n    # entry ${n}\n`;
  const text = `${MAPPING.slice(0, MAPPING.indexOf('  - id'))}${Array.from({ length: 800 }, (_, n) => entry(n)).join('')}`;
  const changes = [5, 790, 300, 6, 301, 120, 640, 410, 7].map(n =>
    insertAt(text, `    # entry ${n}\n`, `    owner: o${n}@example.org `),
  );
  await checkText(text, ...changes);
});

test('a change without a range replaces the text', async () => {
  await checkText(MAPPING, { text: MAPPING.replace('A.7.2', 'A.7.99') });
});

test('an emoji counts as two characters', async () => {
  const text = MAPPING.replace('  - id: A.6.2.4', '  - { note: "😀😀", id: A.6.2.99 }\n  - id: A.6.2.4');
  const editor = await startEditor({ files: { 'controls.yaml': text } });
  const uri = editor.open('controls.yaml');
  const found = (await editor.client.diagnostics(uri)).filter(
    each => textIn(text, each.range) === 'A.6.2.99',
  );
  expect(found.map(each => each.range.start)).toContainEqual({ line: 3, character: 24 });
  editor.client.change(uri, 2, {
    range: { start: { line: 3, character: 24 }, end: { line: 3, character: 32 } },
    text: 'A.6.2.5',
  });
  const after = text.replace('A.6.2.99', 'A.6.2.5');
  expect(shown(await editor.client.diagnostics(uri))).toEqual(
    expected(new Map([['controls.yaml', after]]), 'controls.yaml'),
  );
});

test.each([
  ['CR LF', '\r\n'],
  ['CR', '\r'],
])('lines that end in %s', async (_, lineBreak) => {
  const text = MAPPING.replaceAll('\n', lineBreak);
  await checkText(text, {
    range: { start: { line: 4, character: 4 }, end: { line: 4, character: 19 } },
    text: `status: partial${lineBreak}    owner: sam@example.org`,
  });
});

test('a change that parts a CR LF', async () => {
  const text = MAPPING.replaceAll('\n', '\r\n');
  const at = positionIn(text, text.indexOf('\r\n  - id: A.7.2') + 1);
  await checkText(text, { range: { start: at, end: at }, text: '' }, insertAt(text, 'controls:', '\r'));
});

test('many random changes give what a fresh server finds', async () => {
  const editor = await startEditor({ files: { 'controls.yaml': MAPPING } });
  const uri = editor.open('controls.yaml');
  let source = new Source(MAPPING);
  let seed = 20261122;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  const pieces = ['\n', '\r\n', 'a', ': ', '- id: A.8.2\n', '  ', '😀', '#', '"', '{', '    owner: x\n'];
  for (let version = 2; version < 60; version += 1) {
    const changes: TextDocumentContentChangeEvent[] = [];
    for (let count = random(3) + 1; count > 0; count -= 1) {
      const start = random(source.text.length + 1);
      const span = { start, end: Math.min(source.text.length, start + random(4)) };
      const text = pieces[random(pieces.length)] ?? '';
      changes.push({ range: { start: source.position(span.start), end: source.position(span.end) }, text });
      const from = source.offset(source.position(span.start));
      const to = source.offset(source.position(span.end));
      source = source.change({ span: { start: from, end: Math.max(from, to) }, text });
    }
    editor.client.change(uri, version, ...changes);
    if (version % 3 > 0) continue;
    const found = shown(await editor.client.diagnostics(uri));
    expect(found, `seed after version ${version}`).toEqual(
      expected(new Map([['controls.yaml', source.text]]), 'controls.yaml'),
    );
  }
});

test('the editor owns the text of an open document; the file counts again when it is closed', async () => {
  const editor = await startEditor({ files: { 'controls.yaml': MAPPING } });
  const uri = editor.open('controls.yaml');
  const before = await editor.client.diagnostics(uri);
  editor.retype('controls.yaml', MAPPING.replace('A.7.2', 'A.7.99'));
  expect(shown(await editor.client.diagnostics(uri))).not.toEqual(shown(before));
  editor.write('controls.yaml', MAPPING.replace('A.7.2', 'A.8.2'));
  editor.touched('changed', 'controls.yaml');
  expect(JSON.stringify(await editor.client.diagnostics(uri))).toContain('A.7.99');
  editor.client.close(uri);
  await editor.client.untilAnswer(
    'text of the file',
    () => editor.client.diagnostics(uri),
    found => found.length > 0 && !JSON.stringify(found).includes('A.7.99'),
  );
});
