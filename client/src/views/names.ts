/** The views by their ids after `clausewright.`; package.json gives each its name. */
export const VIEWS = ['changes', 'coverage', 'documents', 'roadmap'] as const;

/** A view of ours. */
export type ViewName = (typeof VIEWS)[number];

/** Type of the panel with the coverage overview, by which VS Code brings it back after a restart. */
export const OVERVIEW_TYPE = 'clausewright.coverageOverview';
