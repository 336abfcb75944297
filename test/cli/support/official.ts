import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { default as addFormats } from 'ajv-formats';
import { expect } from 'vitest';
import { ROOT } from '../../support/fixture.ts';

function schema(name: string): object {
  return JSON.parse(readFileSync(join(ROOT, 'test', 'schemas', name), 'utf8'));
}

function validator(): Ajv {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats.default(ajv);
  // What ajv-formats does not know; both are wider in letters and the same in structure.
  ajv.addFormat('idn-email', /^[^\s@]+@[^\s@]+$/u);
  ajv.addFormat('iri-reference', /^[^\s<>"{}|\\^`]*$/u);
  return ajv;
}

/** A check against NIST's schema of OSCAL. */
export function oscalSchema(): ValidateFunction {
  return validator().compile(schema('oscal_complete_schema.json'));
}

/** A check against the schema of CycloneDX 1.7. */
export function cyclonedxSchema(): ValidateFunction {
  const ajv = validator();
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) ajv.addSchema(schema(`${name}.schema.json`));
  return ajv.compile(schema('bom-1.7.schema.json'));
}

/** Fails with every reason for which a document does not fit its schema. */
export function checkValid(validate: ValidateFunction, document: unknown): void {
  validate(document);
  const errors = (validate.errors ?? []).map(({ instancePath, message, params }) => ({
    instancePath,
    message,
    params,
  }));
  expect(errors.slice(0, 5)).toEqual([]);
}
