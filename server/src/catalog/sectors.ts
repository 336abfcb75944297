/**
 * The sectors that scopes of catalogs can tell apart. A mapping may write any other word; it then decides nothing, as
 * nobody can say whether "bank card services" is one of these.
 */
export const SECTORS: ReadonlySet<string> = new Set([
  'education',
  'employment',
  'energy',
  'finance',
  'health',
  'insurance',
  'justice',
  'law-enforcement',
  'manufacturing',
  'media',
  'migration',
  'public-administration',
  'retail',
  'telecommunications',
  'transport',
  'utilities',
]);
