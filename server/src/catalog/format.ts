/** As much of a JSON Schema as hovers and completions read. */
export interface FormatSchema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number | boolean)[];
  /** Values that are proposed where any other is allowed. */
  readonly examples?: readonly string[];
  /** What each value of `enum` means. */
  readonly 'x-values'?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, FormatSchema>>;
  readonly additionalProperties?: boolean | FormatSchema;
  readonly items?: FormatSchema;
  readonly definitions?: Readonly<Record<string, FormatSchema>>;
  readonly anyOf?: readonly FormatSchema[];
  readonly required?: readonly string[];
  readonly $ref?: string;
  readonly [other: string]: unknown;
}

/** A schema with its reference followed; keys beside `$ref`, such as a description, win. */
export function followed(schema: FormatSchema, root: FormatSchema): FormatSchema {
  const name = schema.$ref === undefined ? undefined : /^#\/definitions\/(.+)$/.exec(schema.$ref)?.[1];
  const target = name === undefined ? undefined : root.definitions?.[name];
  return target === undefined ? schema : { ...target, ...schema };
}

/**
 * The schema of the value at a path of keys and list indexes. In a mapping the entries under `controls` and their
 * `evidence` are described by definitions, as they may be lists or maps.
 */
export function formatAt(root: FormatSchema, path: readonly (string | number)[]): FormatSchema | undefined {
  let here: FormatSchema | undefined = root;
  let entry = false;
  for (const [depth, step] of path.entries()) {
    if (here === undefined) return undefined;
    if (depth === 1 && path[0] === 'controls') {
      here = root.definitions?.['entry'];
      entry = true;
    } else if (entry && path[depth - 1] === 'evidence' && typeof step === 'number')
      here = root.definitions?.['evidence'];
    else here = child(here, step);
    here = here === undefined ? undefined : followed(here, root);
  }
  return here;
}

function child(schema: FormatSchema, step: string | number): FormatSchema | undefined {
  if (typeof step === 'number')
    return schema.items ?? schema.anyOf?.find(each => each.items !== undefined)?.items;
  const own =
    schema.properties?.[step] ??
    schema.anyOf?.find(each => each.properties?.[step] !== undefined)?.properties?.[step];
  return own ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
}
