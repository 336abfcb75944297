import { expect, test } from 'vitest';
import { problemsAmong } from '../../../../server/src/catalog/own/check.ts';
import { layered } from '../../../../server/src/catalog/own/layer.ts';
import { plain } from '../../../../server/src/model/config.ts';
import { parseJson } from '../../../../server/src/syntax/json/parse.ts';
import { LIBRARY } from '../../../support/fixture.ts';
import { mutated } from '../../../support/mutated.ts';
import { NIST_800_53 } from '../../../support/own-catalogs.ts';
import { readOwn } from './read-own.ts';

const SEEDS = [
  NIST_800_53,
  'id: acme\ntitle: Acme\nitems:\n  - { id: P, kind: group, title: People }\n  - id: P-1\n    title: Owners\n    parent: P\n    scope: { roles: [provider], why: Providers only }\n    applies: [{ from: 2027-01-01, source: us }]\n',
  'from: iso-42001\nto: acme\nbasis: published\npublisher: Acme\npairs:\n  - { from: A.6.2.4, to: P-1, strength: core }\n  - from: A.5.2\n    to: P-2\n',
  'overlays: iso-42001\nitems:\n  - { id: A.6.2.4, text: Words }\n  - id: A.5.2\n    asks: [One, Two]\n',
  'objects:\n  framework:\n    urn: u:f\n    requirement_nodes:\n      - { urn: "u:n:1", ref_id: A, assessable: true, name: N }\n  requirement_mapping_sets:\n    - source_framework_urn: u:f\n      target_framework_urn: iso42001\n      requirement_mappings:\n        - { source_requirement_urn: "u:n:1", target_requirement_urn: "x:a.5.2", relationship: equal }\n',
  'mapping-collection:\n  metadata: { title: T }\n  mappings:\n    - source-resource: { href: a.json }\n      target-resource: { href: "#b" }\n      maps:\n        - relationship: equal-to\n          sources: [{ id-ref: ac-2 }]\n          targets: [{ id-ref: x }]\n',
  'name: Standard\nAC-1: { family: AC, name: Access }\n',
];

test.each(SEEDS.map((seed, index) => [index, seed] as const))(
  'seed %i: whatever is changed, nothing throws and problems lie inside the text',
  (index, seed) => {
    for (let round = 0; round < 120; round += 1) {
      const text = mutated(seed, index * 1000 + round);
      const { file } = readOwn('catalogs/own.yaml', text);
      const library = layered(LIBRARY, [{ path: 'catalogs/own.yaml', file }]);
      for (const head of library.heads) if (head.own !== undefined) library.catalog(head.id)?.controls.at(0);
      library.crosswalks.of('iso-42001:A.6.2.4');
      for (const { span } of [...file.problems, ...problemsAmong(file, 'catalogs/own.yaml', library)]) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }
  },
);

test('what is read as JSON is what JSON says, and nothing else is read', () => {
  for (let round = 0; round < 2000; round += 1) {
    const text = mutated(
      round % 2 === 0 ? NIST_800_53.slice(-700) : '{"a":[1,-2.5e3,"x\\u00e4\\n",null,true]}',
      round,
    );
    const node = parseJson(text);
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      data = undefined;
    }
    expect(node === undefined).toBe(data === undefined);
    if (node !== undefined) expect(plain(node)).toEqual(data);
  }
});
