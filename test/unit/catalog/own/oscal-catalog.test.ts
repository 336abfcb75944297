import { expect, test } from 'vitest';
import { layered } from '../../../../server/src/catalog/own/layer.ts';
import { ownFileOf } from '../../../../server/src/catalog/own/read.ts';
import { LIBRARY } from '../../../support/fixture.ts';
import { NIST_800_53, NIST_ID, NIST_PATH } from '../../../support/own-catalogs.ts';
import { readOwn, spansIn } from './read-own.ts';

function nist() {
  const { file } = readOwn(NIST_PATH, NIST_800_53);
  const library = layered(LIBRARY, [{ path: NIST_PATH, file }]);
  return { file, library, catalog: library.catalog(NIST_ID) };
}

test('groups, controls and enhancements are items under their labels', () => {
  const { file, catalog } = nist();
  expect(file.problems).toEqual([]);
  expect(catalog?.data).toMatchObject({ id: NIST_ID, edition: '5.1.1', publisher: 'NIST', own: NIST_PATH });
  expect(catalog?.data.items.map(item => [item.id, item.kind, item.parent])).toEqual([
    ['ac', 'group', undefined],
    ['AC-1', 'control', 'ac'],
    ['AC-2', 'control', 'ac'],
    ['AC-2(1)', 'enhancement', 'AC-2'],
    ['AC-2(10)', 'withdrawn', 'AC-2'],
    ['AC-3', 'control', 'ac'],
  ]);
  expect(catalog?.controls.map(item => item.id)).toEqual(['AC-1', 'AC-2', 'AC-2(1)', 'AC-3']);
});

test.each(['AC-2(1)', 'AC-2 (1)', 'ac-2.1', 'AC-02(01)', 'ac 2.1'])('%s is the enhancement', spelling => {
  expect(nist().catalog?.find(spelling)?.title).toBe('Automated System Account Management');
});

test('prose says what parameters stand for', () => {
  expect(nist().catalog?.find('AC-2')).toMatchObject({
    summary: 'Accounts are reviewed every [period].',
    purpose: 'Accounts come in many kinds.',
    related: ['ac-3'],
  });
});

test('a bare id and a name find the framework', () => {
  const { library } = nist();
  expect(library.resolve('AC-3', NIST_ID)?.item?.id).toBe('AC-3');
  expect(library.resolve(`${NIST_ID}:ac-3`, 'iso-42001')?.item?.id).toBe('AC-3');
  expect(library.resolve('NIST SP 800-53 Revision 5 AC-3', 'iso-42001')?.item?.id).toBe('AC-3');
});

test('YAML reads as JSON does', () => {
  const yaml = `catalog:
  uuid: u
  metadata: { title: Own controls, version: "1" }
  groups:
    - id: g1
      title: People
      controls:
        - id: g1.1
          title: Roles
          props: [{ name: label, value: "1.1" }]
        - id: ⟦g1.01⟧
          title: Roles again
`;
  const { file, spans } = readOwn('own-controls.yaml', yaml);
  expect(file.catalogs[0]?.data.items.map(item => item.id)).toEqual(['g1', '1.1', 'g1.01']);
  expect(spans.length).toBe(1);
});

test('a control without a title, and one whose id stands twice, are told at their places', () => {
  const { file, spans } = readOwn(
    'own.yaml',
    `catalog:
  metadata: { title: Own }
  controls:
    - ⟦id⟧: c-1
    - { id: c-2, title: Roles }
    - { id: ⟦C-02⟧, title: Roles }
`,
  );
  expect(spansIn(file.problems)).toEqual(spans);
});

test('reading a file a second time gives the same value', () => {
  const { model } = readOwn(NIST_PATH, NIST_800_53);
  expect(model.derive(ownFileOf)).toBe(model.derive(ownFileOf));
});
