import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { MappingModel } from '../../../../server/src/model/mapping.ts';
import type { TextChange } from '../../../../server/src/text/source.ts';
import { addEntries } from '../../../../server/src/workspace/scaffold/entries.ts';
import { addEvidence, setFields } from '../../../../server/src/workspace/scaffold/entry-fields.ts';
import { checkProperty } from '../../../support/cases.ts';
import { edited, mappingIn } from './mapping.ts';
import { entries, type Style, style, text, type Written, write } from './written.ts';

type Data = Record<string, unknown>;

/** The entries that YAML's own library reads, as a list of maps in the order of the text. */
function read(yaml: string): { rest: Data; entries: Data[] } {
  const { controls, ...rest } = parse(yaml) as Data;
  const list = Array.isArray(controls)
    ? (controls as Data[])
    : Object.entries((controls ?? {}) as Record<string, Data | null>).map(([id, value]) => ({
        id,
        ...value,
      }));
  return { rest, entries: list };
}

function checkEdit(
  all: readonly Written[],
  how: Style,
  edit: (yaml: string, mapping: MappingModel) => TextChange[] | undefined,
  expected: (before: Data[]) => Data[],
): void {
  const before = write(all, how);
  const mapping = mappingIn(before);
  const edits = edit(before, mapping);
  const after = edited(before, edits);
  expect(after, before).toBeDefined();
  if (after === undefined) return;
  expect(read(after).rest).toEqual(read(before).rest);
  expect(read(after).entries, after).toEqual(expected(read(before).entries));
  if (how.lineBreak === '\r\n') expect(after).not.toMatch(/(?<!\r)\n/);
  const comments = before.match(/# (?:top|entry \d|said|the end)/g)?.length ?? 0;
  expect(after.match(/# (?:top|entry \d|said|the end)/g)?.length ?? 0).toBe(comments);
}

const RUNS = { numRuns: 200 };

describe('what is written into a mapping is read back, and nothing else has changed', () => {
  test('entries', () => {
    checkProperty(
      fc.property(
        entries,
        style,
        fc.nat(5),
        fc.constantFrom('A.9.2', 'A.9.3', '6.1.4'),
        text,
        (all, how, place, id, notes) => {
          const index = Math.min(place, all.length);
          checkEdit(
            all,
            how,
            (yaml, mapping) =>
              addEntries(yaml, mapping, [
                {
                  id,
                  fields: { status: 'planned', notes, evidence: ['docs/new.md'] },
                  index,
                  comment: 'new',
                },
              ]),
            before => before.toSpliced(index, 0, { id, status: 'planned', notes, evidence: ['docs/new.md'] }),
          );
        },
      ),
      RUNS,
    );
  });

  test('evidence', () => {
    checkProperty(
      fc.property(
        entries.filter(all => all.length > 0),
        style,
        fc.nat(4),
        text,
        (all, how, place, target) => {
          const index = place % all.length;
          const lone =
            all[index]?.evidence?.length === 1 &&
            how.evidence === 'text' &&
            how.form !== 'flow' &&
            how.form !== 'flow-entries';
          fc.pre(!lone || !/[,]/.test(all[index]?.evidence?.[0] ?? ''));
          checkEdit(
            all,
            how,
            (yaml, mapping) => {
              const entry = mapping.entries[index];
              return entry === undefined ? undefined : addEvidence(yaml, mapping, entry, target);
            },
            before =>
              before.map((each, at) =>
                at === index ? { ...each, evidence: [each['evidence'] ?? []].flat().concat(target) } : each,
              ),
          );
        },
      ),
      RUNS,
    );
  });

  test('fields', () => {
    checkProperty(
      fc.property(
        entries.filter(all => all.length > 0),
        style,
        fc.nat(4),
        text,
        (all, how, place, justification) => {
          const index = place % all.length;
          checkEdit(
            all,
            how,
            (yaml, mapping) => {
              const entry = mapping.entries[index];
              return entry === undefined
                ? undefined
                : setFields(yaml, mapping, entry, [
                    ['applicable', false],
                    ['justification', justification],
                    ['owner', 'sam'],
                  ]);
            },
            before =>
              before.map((each, at) =>
                at === index ? { ...each, applicable: false, justification, owner: 'sam' } : each,
              ),
          );
        },
      ),
      RUNS,
    );
  });
});
