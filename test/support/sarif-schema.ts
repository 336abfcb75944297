import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { ROOT } from './fixture.ts';

let validate: ReturnType<Ajv['compile']> | undefined;

/** What the official schema of SARIF 2.1.0 says against a log; empty for a valid one. */
export function sarifFaults(log: unknown): readonly ErrorObject[] {
  validate ??= compiled();
  validate(log);
  return validate.errors ?? [];
}

function compiled(): ReturnType<Ajv['compile']> {
  const text = readFileSync(join(ROOT, 'test', 'schemas', 'sarif-schema-2.1.0.json'), 'utf8');
  // The schema is of draft 4; nothing in it means something else in draft 7 but the names of these two keys.
  const { $schema: _, id: __, ...schema } = JSON.parse(text) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}
