import { expect, test } from 'vitest';
import { misreadAs } from '../../../server/src/rules/front-matter/yaml11.ts';

/** What a YAML 1.1 loader makes of a text without quotes; nothing said where it gives the text back. */
test.each([
  ['no', 'false'],
  ['Yes', 'true'],
  ['OFF', 'false'],
  ['nO', undefined],
  ['y', undefined],
  ['nordic', undefined],
  ['2024-01-31', 'a date'],
  ['2024-01-31T10:00:00Z', 'a date'],
  ['2024-1-3 10:00:00', 'a date'],
  ['2024-1-3', undefined],
  ['2024-01', undefined],
  ['1:30', 'the number 90'],
  ['-1:30', 'the number -90'],
  ['1:75', undefined],
  ['010', 'the number 8'],
  ['08', undefined],
  ['0b101', 'a binary number'],
  ['1_000', 'the number 1000'],
  ['1.10', 'the number 1.1'],
  ['1.0', undefined],
  ['3.9', undefined],
  ['4.44.0', undefined],
  ['v1.10', undefined],
])('%s', (source, as) => {
  const node = { kind: 'scalar', value: source, source, style: 'plain', from: 0, to: source.length } as const;
  expect(misreadAs(node)?.as).toBe(as);
  expect(misreadAs({ ...node, style: 'double' })).toBeUndefined();
});
