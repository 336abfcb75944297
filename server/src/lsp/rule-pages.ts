/** Where the pages of the rules are in the repository; `docs/rules/<group>/<name>.md`. */
const RULE_PAGES = 'https://github.com/clausewright/clausewright/blob/main/docs/rules/';

/** The page of a rule, by its id. */
export function rulePage(rule: string): string {
  return `${RULE_PAGES}${rule}.md`;
}
