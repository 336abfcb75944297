import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../support/fixture.ts';

interface CatalogFile {
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests break the data in ways that its type forbids
  readonly data: any;
}
interface Files {
  readonly frameworks: readonly CatalogFile[];
  readonly documents: readonly CatalogFile[];
  readonly crosswalks: readonly CatalogFile[];
}

const script = (name: string): string => pathToFileURL(join(ROOT, 'scripts', 'catalogs', name)).href;
const { checkCatalogs } = (await import(script('check.mjs'))) as {
  checkCatalogs: (files: Files) => string[];
};
const { readCatalogs } = (await import(script('read.mjs'))) as { readCatalogs: () => Files };
const FILES = readCatalogs();

/** The problems of all catalogs after one file was changed. */
function checkBroken(part: string, change: (data: CatalogFile['data']) => void): string {
  const copy = structuredClone(FILES);
  const file = [...copy.frameworks, ...copy.documents, ...copy.crosswalks].find(({ path }) =>
    path.includes(part),
  );
  if (file === undefined) throw new Error(`no catalog file ${part}`);
  change(file.data);
  return checkCatalogs(copy).join('\n');
}

/** An item of a catalog's data. */
function item(data: CatalogFile['data'], id: string): Record<string, unknown> {
  return data.items.find((each: { id: string }) => each.id === id);
}

test('the catalogs as they are have no problem', () => {
  expect(checkCatalogs(FILES)).toEqual([]);
  expect([FILES.frameworks.length, FILES.crosswalks.length]).toEqual([17, 15]);
});

describe('a missing field fails the build', () => {
  test.each([
    ['iso-42001', 'A.6.2.4', 'summary'],
    ['iso-42001', 'A.6.2.4', 'template'],
    ['iso-42001', '6.1.2', 'asks'],
    ['nist-ai-rmf', 'MEASURE 2.3', 'evidence'],
    ['nist-ai-600-1', 'GAI-4', 'scope'],
    ['eu-ai-act', 'Art. 14', 'applies'],
    ['eu-ai-act', 'Annex IV.2', 'purpose'],
    ['hitrust-ai', 'HT-10', 'asks'],
    ['iso-23894', '6.4', 'evidence'],
    ['iso-42005', '5.3', 'purpose'],
    ['gdpr', 'GDPR Art. 22', 'asks'],
    ['owasp-llm/2025', 'LLM03:2025', 'supersededBy'],
    ['owasp-llm/2026', 'LLM03:2026', 'scope'],
    ['mitre-atlas', 'AML.M0006', 'level'],
  ])('%s %s without %s', (part, id, field) => {
    const problems = checkBroken(`catalogs/${part}`, data => {
      expect(item(data, id)[field]).toBeDefined();
      delete item(data, id)[field];
    });
    expect(problems).toContain(field);
    for (const problem of problems.split('\n')) expect(problem).toContain(part);
  });

  test.each(['provenance', 'names', 'needed', 'edition'])('a catalog without %s', field => {
    expect(checkBroken('catalogs/hitrust-ai', data => delete data[field])).toContain(field);
  });

  test('without its licence, or an item that was promised', () => {
    expect(checkBroken('catalogs/gdpr', data => delete data.provenance.licence)).toContain('licence');
    const without = (data: CatalogFile['data']): void => {
      data.items = data.items.filter((each: { id: string }) => each.id !== 'Art. 73');
    };
    expect(checkBroken('catalogs/eu-ai-act', without)).toContain('Art. 73 is missing');
  });
});

describe('what points nowhere or at two things fails the build', () => {
  test.each<[string, string, (data: CatalogFile['data']) => void, string]>([
    ['a parent', 'iso-42001', data => (item(data, 'A.5.2')['parent'] = 'A.99'), 'the parent A.99'],
    ['a related id', 'iso-42001', data => (item(data, 'A.5.2')['related'] = ['A.5.99']), 'A.5.99'],
    [
      'a successor',
      'owasp-llm/2025',
      data => (item(data, 'LLM01:2025')['supersededBy'] = 'owasp-llm-2026:LLM11:2026'),
      'LLM11:2026',
    ],
    [
      'two items of one key',
      'hipaa',
      data => (item(data, '164.308')['spellings'] = ['164.310']),
      '"164.310"',
    ],
    ['an item in no step', 'iso-42001', data => data.roadmap[0].steps.splice(0, 1), '4.3 stands in no step'],
    ['a broken pattern', 'gdpr', data => (data.unlisted.ids = '('), 'unlisted.ids'],
    ['an end of a pair', 'crosswalks/gdpr', data => (data.pairs[0].to = 'A.5.99'), 'A.5.99 is no item'],
    ['a pair twice', 'crosswalks/gdpr', data => data.pairs.push(data.pairs[0]), 'stands twice'],
    [
      'a pair in two sets',
      'crosswalks/eu-annex-iv',
      data => data.pairs.push({ from: 'Art. 4', to: '7.2' }),
      'stands in',
    ],
    ['a basis of our own', 'crosswalks/gdpr', data => (data.basis = 'official'), '/basis'],
    ['a publisher of what nobody published', 'crosswalks/gdpr', data => (data.publisher = 'ISO'), 'gdpr'],
    [
      'a published set without publisher',
      'crosswalks/nist-ai-rmf--iso-42001',
      data => delete data.publisher,
      'publisher',
    ],
    [
      'a control of a section',
      'documents/model-card',
      data => (data.concepts[0].controls = ['iso-42001:A.5.1x']),
      'A.5.1x',
    ],
  ])('%s', (_, part, change, says) => {
    expect(checkBroken(`catalogs/${part}`, change)).toContain(says);
  });
});

test('the build stops, and says where', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewright-catalogs-'));
  for (const part of ['scripts', 'catalogs', join('server', 'src')])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const path = join(folder, 'catalogs', 'gdpr', '2016-679.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^ {4}purpose:.*\n(?: {6}.*\n)*/m, ''));
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'scripts', 'generate.mjs')], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect({ status, stderr: stderr.replaceAll('\\', '/') }).toEqual({
    status: 1,
    stderr:
      'The catalogs have 1 problem:\n  catalogs/gdpr/2016-679.yaml: GDPR Art. 5: "purpose" is missing\n',
  });
});
