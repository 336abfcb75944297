import { STRENGTHS } from '../../catalog/types.ts';
import type { ClauseCoverage, FrameworkCoverage } from '../../workspace/evidence/coverage-totals.ts';
import type { ControlData, CoverageData, EvidenceData } from '../coverage-data.ts';
import { readRange } from './read-check.ts';
import {
  countAt,
  type JsonObject,
  listAt,
  objectAt,
  optionalAt,
  ResultError,
  textAt,
  textsAt,
  wordAt,
} from './value.ts';

/** The coverage that a JSON result holds. @throws ResultError where it is not as `coverage --format json` writes it. */
export function readCoverage(data: JsonObject): CoverageData {
  return {
    version: 1,
    controls: listAt(data, 'controls', readControl),
    clauses: listAt(data, 'clauses', readControl),
    frameworks: listAt(data, 'frameworks', readFramework),
  };
}

function readControl(value: unknown): ControlData {
  const control = objectAt(value, 'a control');
  const id = textAt(control, 'id');
  if (!id.includes(':')) throw new ResultError(`"${id}" has no framework in front`);
  const entry = control['entry'] === null ? null : objectAt(control['entry'], '"entry"');
  return {
    id,
    title: textAt(control, 'title'),
    system: optionalAt(control, 'system'),
    applicable: flagAt(control, 'applicable'),
    justification: optionalAt(control, 'justification'),
    scopeReason: optionalAt(control, 'scopeReason'),
    status: optionalAt(control, 'status'),
    owner: optionalAt(control, 'owner'),
    strength: wordAt(control, 'strength', STRENGTHS),
    needed: wordAt(control, 'needed', STRENGTHS),
    organizational: flagAt(control, 'organizational'),
    supportedThrough: textsAt(control, 'supportedThrough'),
    evidence: listAt(control, 'evidence', readEvidence),
    entry: entry === null ? null : { path: textAt(entry, 'path'), range: readRange(entry['range']) },
  };
}

function readEvidence(value: unknown): EvidenceData {
  const evidence = objectAt(value, 'a piece of evidence');
  const signed = evidence['signed'] === null ? null : objectAt(evidence['signed'], '"signed"');
  return {
    target: textAt(evidence, 'target'),
    path: optionalAt(evidence, 'path'),
    fragment: optionalAt(evidence, 'fragment'),
    strength: wordAt(evidence, 'strength', STRENGTHS),
    suspect: flagAt(evidence, 'suspect'),
    reason: optionalAt(evidence, 'reason'),
    kind: optionalAt(evidence, 'kind'),
    signed:
      signed === null
        ? null
        : { by: textAt(signed, 'by'), on: optionalAt(signed, 'on'), digest: optionalAt(signed, 'digest') },
    expires: optionalAt(evidence, 'expires'),
  };
}

function readFramework(value: unknown): FrameworkCoverage {
  const framework = objectAt(value, 'a framework');
  const clauses = framework['clauses'];
  return {
    id: textAt(framework, 'id'),
    name: textAt(framework, 'name'),
    system: optionalAt(framework, 'system'),
    total: countAt(framework, 'total'),
    applicable: countAt(framework, 'applicable'),
    strengths: strengthsAt(framework),
    met: countAt(framework, 'met'),
    supported: countAt(framework, 'supported'),
    organizational: countAt(framework, 'organizational'),
    ...(clauses === undefined ? {} : { clauses: readClauses(objectAt(clauses, '"clauses"')) }),
  };
}

function readClauses(clauses: JsonObject): ClauseCoverage {
  return {
    total: countAt(clauses, 'total'),
    strengths: strengthsAt(clauses),
    met: countAt(clauses, 'met'),
    answered: countAt(clauses, 'answered'),
  };
}

function strengthsAt(object: JsonObject): FrameworkCoverage['strengths'] {
  const strengths = objectAt(object['strengths'], '"strengths"');
  return {
    missing: countAt(strengths, 'missing'),
    asserted: countAt(strengths, 'asserted'),
    documented: countAt(strengths, 'documented'),
    reviewed: countAt(strengths, 'reviewed'),
    tested: countAt(strengths, 'tested'),
  };
}

function flagAt(object: JsonObject, key: string): boolean {
  const value = object[key];
  if (typeof value !== 'boolean') throw new ResultError(`"${key}" is neither true nor false`);
  return value;
}
