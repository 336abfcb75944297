import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ROOT } from './fixture.ts';

/** What a schema of docs/schema says against a value; empty for a valid one. */
export function faultsBy(schema: string, value: unknown): readonly ErrorObject[] {
  const text = readFileSync(join(ROOT, 'docs', 'schema', `${schema}.schema.json`), 'utf8');
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(text));
  validate(value);
  return validate.errors ?? [];
}
