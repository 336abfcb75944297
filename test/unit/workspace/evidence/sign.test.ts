import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../../server/src/text/edits.ts';
import { signOff } from '../../../../server/src/workspace/evidence/sign.ts';
import { checkerOf, parseFixture, sessionOf } from '../../../support/fixture.ts';

const CARD = '# Card\n\n## Evaluation\n\nThe model reaches an AUC of 0.81.\n';
const HEAD = `clausewright: control-mapping/1
system: { id: scoring, owner: jane@example.org }
controls:
  - id: A.6.2.4
    status: implemented
`;

/** Signs `docs/card.md#evaluation` and gives the mapping's text afterwards. */
function signed(mapping: string, fragment: string | undefined = 'evaluation'): string {
  const session = sessionOf(
    new Map([
      ['controls.yaml', mapping],
      ['docs/card.md', CARD],
    ]),
  );
  const { changes, reason } = signOff(session, {
    path: 'docs/card.md',
    fragment,
    by: 'sam@example.org',
    on: '2026-11-22',
  });
  if (reason !== undefined) return reason;
  return changes.reduce(
    (text, change) => (change.kind === 'edit' ? applyEdits(text, change.edits) : text),
    mapping,
  );
}

function checkSigned(mapping: string, expected: string): void {
  const text = signed(mapping);
  expect(text.replace(/[0-9a-f]{12}/, 'DIGEST')).toBe(expected);
  const found = checkerOf(
    new Map([
      ['controls.yaml', text],
      ['docs/card.md', CARD],
      ['clausewright.yaml', 'rules: { mapping/missing-controls: off }\n'],
    ]),
  ).findings('controls.yaml');
  expect(found.map(each => each.rule)).toEqual([]);
}

const REVIEWED = '{ by: sam@example.org, on: 2026-11-22, digest: DIGEST }';

describe('signing off', () => {
  test('turns an item of a list into a map', () => {
    checkSigned(
      `${HEAD}    evidence:\n      - docs/card.md#evaluation # see there\n      - docs/card.md\n`,
      `${HEAD}    evidence:\n      - path: docs/card.md#evaluation # see there\n        reviewed: ${REVIEWED}\n      - docs/card.md\n`,
    );
  });

  test('adds to a map and keeps its order', () => {
    checkSigned(
      `${HEAD}    evidence:\n      - path: docs/card.md#evaluation\n        expires: 2027-09-30\n`,
      `${HEAD}    evidence:\n      - path: docs/card.md#evaluation\n        reviewed: ${REVIEWED}\n        expires: 2027-09-30\n`,
    );
  });

  test('replaces an earlier sign-off', () => {
    checkSigned(
      `${HEAD}    evidence:\n      - path: docs/card.md#evaluation\n        reviewed: { by: ana@example.org, on: 2024-01-01, digest: aaaaaaaaaaaa }\n`,
      `${HEAD}    evidence:\n      - path: docs/card.md#evaluation\n        reviewed: ${REVIEWED}\n`,
    );
  });

  test('writes into flow style', () => {
    checkSigned(
      `${HEAD}    evidence: [docs/card.md#evaluation]\n`,
      `${HEAD}    evidence: [{ path: docs/card.md#evaluation, reviewed: ${REVIEWED} }]\n`,
    );
    checkSigned(
      `${HEAD}    evidence: docs/card.md#evaluation\n`,
      `${HEAD}    evidence: { path: docs/card.md#evaluation, reviewed: ${REVIEWED} }\n`,
    );
  });

  test('keeps CRLF', () => {
    checkSigned(
      `${HEAD}    evidence:\n      - docs/card.md#evaluation\n`.replaceAll('\n', '\r\n'),
      `${HEAD}    evidence:\n      - path: docs/card.md#evaluation\n        reviewed: ${REVIEWED}\n`.replaceAll(
        '\n',
        '\r\n',
      ),
    );
  });

  test('says why nothing was signed', () => {
    expect(signed(`${HEAD}    evidence: docs/card.md\n`)).toBe(
      'no evidence of any mapping points at docs/card.md#evaluation',
    );
    expect(signed(`${HEAD}    evidence: docs/card.md\n`, 'evalution')).toMatch(
      /docs\/card\.md#evalution does not exist; its sections are card, evaluation/,
    );
  });

  test('a sign-off becomes suspect when the text changes', () => {
    const mapping = signed(`${HEAD}    evidence:\n      - docs/card.md#evaluation\n`);
    const { files } = parseFixture(
      `//- docs/card.md\n${CARD.replace('0.81', '0.83')}//- controls.yaml\n${mapping}//- clausewright.yaml\nrules: { mapping/missing-controls: off }\n`,
      '',
    );
    expect(
      checkerOf(files)
        .findings('controls.yaml')
        .map(each => each.rule),
    ).toEqual(['review/changed-since']);
  });
});
