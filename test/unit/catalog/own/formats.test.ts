import { describe, expect, test } from 'vitest';
import { problemsAmong } from '../../../../server/src/catalog/own/check.ts';
import { frameworkIdFrom, stemOf } from '../../../../server/src/catalog/own/ids.ts';
import { layered } from '../../../../server/src/catalog/own/layer.ts';
import { frameworkNamed } from '../../../../server/src/catalog/own/names.ts';
import { LIBRARY } from '../../../support/fixture.ts';
import { NIST_800_53, NIST_ID, NIST_PATH } from '../../../support/own-catalogs.ts';
import { readOwn, spansIn } from './read-own.ts';

/** The library of files, the problems of the first among the others, and its marks. */
function checkLayered(files: Readonly<Record<string, string>>) {
  const sources = Object.entries(files).map(([path, text]) => ({ path, ...readOwn(path, text) }));
  const library = layered(
    LIBRARY,
    sources.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  );
  const first = sources[0];
  const problems =
    first === undefined ? [] : [...first.file.problems, ...problemsAmong(first.file, first.path, library)];
  return { library, problems, spans: first?.spans ?? [] };
}

const CISO = `urn: urn:acme:risk:library:policy
ref_id: acme-policy
name: Acme AI policy
provider: Acme
version: 3
copyright: Acme, internal
objects:
  framework:
    urn: urn:acme:risk:framework:policy
    ref_id: acme-policy
    name: Acme AI policy
    requirement_nodes:
      - urn: urn:acme:risk:req_node:policy:people
        assessable: false
        ref_id: P
        name: People
      - urn: urn:acme:risk:req_node:policy:p.1
        parent_urn: urn:acme:risk:req_node:policy:people
        assessable: true
        ref_id: P.1
        description: Each model has an owner.
`;

const CISO_MAPPING = `urn: urn:acme:risk:library:map
provider: Acme
objects:
  requirement_mapping_sets:
    - urn: urn:acme:risk:req_mapping_set:policy-to-iso
      source_framework_urn: urn:acme:risk:framework:policy
      target_framework_urn: urn:intuitem:risk:framework:iso42001-2023
      requirement_mappings:
        - source_requirement_urn: urn:acme:risk:req_node:policy:p.1
          target_requirement_urn: urn:intuitem:risk:req_node:iso42001-2023:a.3.2
          relationship: subset
        - source_requirement_urn: ⟦urn:acme:risk:req_node:policy:p.7⟧
          target_requirement_urn: urn:intuitem:risk:req_node:iso42001-2023:a.3.2
          relationship: ⟦alike⟧
`;

describe('CISO Assistant', () => {
  test('a framework gives items by ref_id, urn and parent', () => {
    const { library, problems } = checkLayered({ 'library.yaml': CISO });
    expect(problems).toEqual([]);
    const catalog = library.catalog('acme-policy');
    expect(catalog?.data).toMatchObject({ publisher: 'Acme', edition: '3', assessable: ['requirement'] });
    expect(catalog?.find('urn:acme:risk:req_node:policy:p.1')).toMatchObject({
      id: 'P.1',
      kind: 'requirement',
      parent: 'P',
      title: 'Each model has an owner.',
    });
  });

  test('a mapping set gives pairs of its provider, and tells what it cannot find', () => {
    const files = { 'map.yaml': CISO_MAPPING, 'library.yaml': CISO };
    const { library, problems, spans } = checkLayered(files);
    expect(spansIn(problems)).toEqual(spans);
    expect(library.crosswalks.of('acme-policy:P.1')).toMatchObject([
      { id: 'iso-42001:A.3.2', basis: 'published', publisher: 'Acme' },
    ]);
    expect(library.crosswalks.of('iso-42001:A.3.2')).toContainEqual(
      expect.objectContaining({ id: 'acme-policy:P.1' }),
    );
  });
});

const OSCAL_MAPPING = `mapping-collection:
  metadata: { title: Ours, version: "1", parties: [{ uuid: a, type: organization, name: Acme }] }
  mappings:
    - uuid: m
      source-resource: { type: catalog, href: NIST_SP-800-53_rev5_catalog.json }
      target-resource: { type: catalog, href: "#b" }
      maps:
        - relationship: subset-of
          sources: [{ type: statement, id-ref: ac-2_smt.a }, { type: statement, id-ref: ac-2_smt.b }]
          targets: [{ type: control, id-ref: PR.AA-05 }]
        - relationship: intersects-with
          sources: [{ type: control, id-ref: ⟦ac-77⟧ }]
          targets: [{ type: control, id-ref: PR.AA-05 }]
        - relationship: no-relationship
          sources: [{ type: control, id-ref: ac-3 }]
          targets: [{ type: control, id-ref: PR.AA-05 }]
  back-matter:
    resources: [{ uuid: b, title: NIST CSF 2.0 }]
`;

test('an OSCAL mapping-collection gives published pairs with their relationship', () => {
  const files = { 'catalogs/map.yaml': OSCAL_MAPPING, [NIST_PATH]: NIST_800_53 };
  const { library, problems, spans } = checkLayered(files);
  expect(spansIn(problems)).toEqual(spans);
  const [crossing, ...others] = library.crosswalks.of(`${NIST_ID}:AC-2`);
  expect(others).toEqual([]);
  expect(crossing).toMatchObject({ id: 'nist-csf:PR.AA-05', basis: 'published', publisher: 'Acme' });
  expect(crossing?.caveat).toContain('subset-of');
});

test('an OpenControl standard gives controls and families', () => {
  const { library, problems } = checkLayered({
    'standards/own.yaml':
      'name: Own standard\nAC-1:\n  family: AC\n  name: Access policy\n  description: Who may do what.\nAC:\n  name: Access\n',
  });
  expect(problems).toEqual([]);
  expect(library.catalog('own')?.data.items.map(item => [item.id, item.parent])).toEqual([
    ['AC-1', 'AC'],
    ['AC', undefined],
  ]);
});

test('of two catalogs with one id the first path counts, and the other is told', () => {
  const own = 'id: ⟦acme⟧\nitems: [{ id: B-1, title: Second }]\n';
  const { library, problems, spans } = checkLayered({
    'b.yaml': own,
    'a.yaml': 'id: acme\nitems: [{ id: A-1, title: First }]\n',
  });
  expect(library.catalog('acme')?.find('B-1')).toBeUndefined();
  expect(library.catalog('acme')?.find('A-1')).toBeDefined();
  expect(spansIn(problems)).toEqual(spans);
});

test.each([
  ['catalogs/NIST_SP-800-53_rev5_catalog.json', 'nist-sp-800-53-rev5'],
  ['acme/policy/catalog.json', 'policy'],
  ['Own Controls v1.2.yaml', 'own-controls-v1.2'],
  ['800-53.json', 'own-800-53'],
])('%s gives the framework %s', (path, id) => {
  expect(frameworkIdFrom(stemOf(path))).toBe(id);
});

test.each([
  ['NIST-800-53', NIST_ID],
  ['NIST_SP-800-53_rev5_LOW-baseline_profile.json', NIST_ID],
  ['https://example.org/NIST_SP-800-53_rev4_catalog.json', undefined],
  ['iso42001-2023', 'iso-42001'],
  ['catalogs/NIST_SP-800-53_rev5_catalog.json', NIST_ID],
  ['catalogs/SOC2/catalog.json', undefined],
])('%s names %s', (name, framework) => {
  const { library } = checkLayered({ [NIST_PATH]: NIST_800_53 });
  expect(frameworkNamed([name], library)).toBe(framework);
});

test('a file of no known format is told once; an empty one not at all', () => {
  expect(checkLayered({ 'x.yaml': '⟦jobs⟧: { build: {} }\n' })).toMatchObject({
    problems: [{ kind: 'invalid' }],
  });
  expect(checkLayered({ 'x.yaml': '# later\n' }).problems).toEqual([]);
});
