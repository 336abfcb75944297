/**
 * Names that hardly any other file has, as globs. Globs know no "ignore case", hence the pairs of letters. package.json
 * repeats the list in `activationEvents`, where nothing can be imported; a test compares the two.
 */
export const TELLING_NAMES = [
  'clausewright.y*ml',
  'controls.y*ml',
  '*.controls.y*ml',
  'control[-_]mapping.y*ml',
  '[Ss][Oo][Aa].y*ml',
  'statement-of-applicability.y*ml',
  '*[Mm][Oo][Dd][Ee][Ll]*[Cc][Aa][Rr][Dd].m*d*',
  '*[Mm][Oo][Dd][Ee][Ll]*[Cc][Aa][Rr][Dd].json',
  '*[Mm][Oo][Dd][Ee][Ll]*[Cc][Aa][Rr][Dd].y*ml',
  '*[Dd][Aa][Tt][Aa]*[Cc][Aa][Rr][Dd].m*d*',
  '*[Dd][Aa][Tt][Aa]*[Ss][Hh][Ee][Ee][Tt].m*d*',
  '*[Ii][Mm][Pp][Aa][Cc][Tt]*[Aa][Ss][Ss][Ee][Ss][Ss][Mm][Ee][Nn][Tt]*.m*d*',
  '*[Ii][Mm][Pp][Aa][Cc][Tt]*[Aa][Ss][Ss][Ee][Ss][Ss][Mm][Ee][Nn][Tt]*.y*ml',
  '[Aa][Ii][Ii][Aa].m*d*',
  '[Ff][Rr][Ii][Aa].m*d*',
] as const;

const TELLING_NAME =
  /(?:card|data-?sheet|impact[-_ ]?assessment|aiia|fria)[^/]*\.(?:md|mdx|markdown)$|(?:clausewright|controls|control[-_]mapping|soa|statement-of-applicability|impact[-_ ]?assessment|aiia|fria)[^/]*\.ya?ml$|model[-_. ]?card[^/]*\.(?:json|ya?ml)$/i;

/**
 * JSON files that can be ours, as globs: cards in other formats, mappings of other tools, catalogs of one's own. The
 * server is told of no other JSON, of which a workspace may hold very many.
 */
export const JSON_NAMES = [
  '**/*[Mm][Oo][Dd][Ee][Ll]*[Cc][Aa][Rr][Dd]*.json',
  '**/*{bom,.cdx}.json',
  '**/*{oscal,component[-_. ]def,comp[-_]def}*.json',
  '**/component-definition*/**/*.json',
  '**/*{catalog,framework}*.json',
  '**/{catalogs,frameworks}/**/*.json',
] as const;

/** A mark such as `clausewright: model-card/1` on a line of its own. */
const MARK = /^clausewright[ \t]*:/m;

/** Front matter and, in it, a key that cards on model hubs have and that pages of other tools seldom do. */
const FRONT_MATTER = /^\uFEFF?\s*---[ \t]*\r?\n([\s\S]*)/;
const CARD_KEY =
  /^(?:license|license_name|language|datasets|metrics|pipeline_tag|library_name|base_model|base_model_relation|model-index|model_name|co2_eq_emissions|widget|pretty_name|task_categories|task_ids|size_categories|source_datasets|annotations_creators|dataset_info|sdk)[ \t]*:/m;

/** How many UTF-16 code units from the start of a document {@link mayBeOurs} needs. */
export const HEAD = 4096;

/**
 * Whether it is worth starting the server for a document. Says yes too often rather than too seldom: the server
 * reads the whole document and decides.
 * @param path with forward slashes
 * @param head the first {@link HEAD} characters, or all of a shorter document
 */
export function mayBeOurs(path: string, head: string): boolean {
  if (TELLING_NAME.test(path) || MARK.test(head)) return true;
  const frontMatter = FRONT_MATTER.exec(head)?.[1];
  return frontMatter !== undefined && CARD_KEY.test(frontMatter);
}
