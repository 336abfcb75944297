/** The commands by their ids after `clausewright.`; package.json gives each its title. */
export const COMMANDS = [
  'checkWorkspace',
  'explainControl',
  'showCoverage',
  'openReport',
  'fillMapping',
  'signOff',
  'newModelCard',
  'newDatasetCard',
  'newControlMapping',
  'newImpactAssessment',
  'openExample',
  'reportIssue',
  'restartServer',
  'showLog',
  'startEvidence',
  'linkEvidence',
  'filterCoverage',
  'clearCoverageFilter',
  'refreshViews',
  'compareWithRevision',
  'endReview',
  'sendBack',
  'addReviewComment',
  'answerReviewComment',
  'resolveReviewComment',
] as const;

/** A command of ours. */
export type CommandName = (typeof COMMANDS)[number];

/** What each command does, once everything is loaded. */
export type Commands = Readonly<Record<CommandName, (...args: readonly unknown[]) => unknown>>;

/** Those of the views. */
export type ViewCommands = Pick<
  Commands,
  | 'showCoverage'
  | 'openReport'
  | 'fillMapping'
  | 'signOff'
  | 'startEvidence'
  | 'linkEvidence'
  | 'filterCoverage'
  | 'clearCoverageFilter'
  | 'refreshViews'
  | 'compareWithRevision'
  | 'endReview'
  | 'sendBack'
  | 'addReviewComment'
  | 'answerReviewComment'
  | 'resolveReviewComment'
>;
