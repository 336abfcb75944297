import { SEVERITIES } from '../../model/severity.ts';
import type { CheckReport, Range, ReportedFinding, ReportedPlace, SuppressedFinding } from '../reported.ts';
import { countAt, type JsonObject, listAt, objectAt, textAt, textsAt, wordAt } from './value.ts';

/**
 * The check that a JSON result holds. Source lines are not in it, so they are empty here.
 * @throws ResultError where it is not as `check --format json` writes it.
 */
export function readCheck(data: JsonObject): CheckReport {
  const summary = objectAt(data['summary'], '"summary"');
  const documents = objectAt(summary['documents'], '"documents"');
  return {
    findings: listAt(data, 'findings', readFinding),
    suppressed: data['suppressed'] === undefined ? [] : listAt(data, 'suppressed', readSuppressed),
    paths: [],
    documents: Object.fromEntries(Object.keys(documents).map(kind => [kind, countAt(documents, kind)])),
  };
}

function readFinding(value: unknown): ReportedFinding {
  const finding = objectAt(value, 'a finding');
  return {
    ...readPlace(finding),
    rule: textAt(finding, 'rule'),
    severity: wordAt(finding, 'severity', SEVERITIES),
    controls: textsAt(finding, 'controls'),
    related: listAt(finding, 'related', each => readPlace(objectAt(each, 'a related place'))),
    fixes: listAt(finding, 'fixes', each => {
      const fix = objectAt(each, 'a fix');
      return { title: textAt(fix, 'title'), kind: wordAt(fix, 'kind', ['safe', 'scaffold', 'assist']) };
    }),
    line: '',
    fingerprint: textAt(finding, 'fingerprint'),
  };
}

function readSuppressed(value: unknown): SuppressedFinding {
  const suppression = objectAt(objectAt(value, 'a finding')['suppression'], '"suppression"');
  return {
    ...readFinding(value),
    suppression: {
      kind: wordAt(suppression, 'kind', ['comment', 'baseline']),
      reason: textAt(suppression, 'reason'),
    },
  };
}

function readPlace(place: JsonObject): ReportedPlace {
  return { path: textAt(place, 'path'), range: readRange(place['range']), message: textAt(place, 'message') };
}

/** A stretch of lines. @throws ResultError for anything else. */
export function readRange(value: unknown): Range {
  const range = objectAt(value, '"range"');
  const [start, end] = ['start', 'end'].map(key => {
    const position = objectAt(range[key], `"${key}"`);
    return { line: countAt(position, 'line'), character: countAt(position, 'character') };
  });
  const nowhere = { line: 0, character: 0 };
  return { start: start ?? nowhere, end: end ?? nowhere };
}
