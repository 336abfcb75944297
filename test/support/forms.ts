import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Form, type FormData } from '../../server/src/catalog/forms/form.ts';

/** A form as its file in catalogs/forms has it; the build has checked that it fits its schema. */
export function form(id: string): Form {
  const path = new URL(`../../catalogs/forms/${id}.yaml`, import.meta.url);
  return new Form(parse(readFileSync(path, 'utf8')) as FormData);
}
