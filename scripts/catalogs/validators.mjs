// The validators of our own formats as plain code: no schema is compiled where the product runs, so that it works
// under a content security policy that forbids making functions from text.
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

/** The parts of a schema that are checked on their own, so that one entry can be checked without its file. */
const PARTS = {
  validateMapping: ['control-mapping', ''],
  validateSystem: ['control-mapping', '#/definitions/system'],
  validateEntry: ['control-mapping', '#/definitions/entry'],
  validateEvidence: ['control-mapping', '#/definitions/evidence'],
  validateSignOff: ['control-mapping', '#/definitions/signOff'],
  validateAssessment: ['impact-assessment', ''],
  validateIncident: ['incident', ''],
  validateConfig: ['config', ''],
};

/** Code and types of all validators. */
export function standaloneValidators(schemas) {
  const ajv = new Ajv({
    code: { source: true, esm: true, lines: false },
    allErrors: true,
    allowUnionTypes: true,
    keywords: ['x-values'],
  });
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);
  const names = Object.fromEntries(
    Object.entries(PARTS).map(([name, [schema, part]]) => {
      const id = schemas[schema].$id;
      if (part === '') return [name, id];
      const alias = `${id}${part}`;
      return [name, alias];
    }),
  );
  const types = [
    "import type { ErrorObject } from 'ajv';",
    '',
    '/** Checks plain data; after a call that gave false, `errors` says what is wrong. */',
    'interface Validate { (data: unknown): boolean; errors?: ErrorObject[] | null }',
    ...Object.keys(PARTS).map(name => `export const ${name}: Validate;`),
    '',
  ].join('\n');
  return { code: standaloneCode(ajv, names), types };
}
