/** Where the pages of the rules are; each is docs/rules/<group>/<name>.md in the repository. */
const RULE_PAGES = 'https://clausewright.dev/rules/';

/** The page of a rule, by its id. */
export function rulePage(rule: string): string {
  return RULE_PAGES + rule;
}
