/** The commands by their ids after `clausewright.`; package.json gives each its title. */
export const COMMANDS = ['checkWorkspace', 'explainControl', 'restartServer', 'showLog'] as const;

/** A command of ours. */
export type CommandName = (typeof COMMANDS)[number];

/** What each command does, once everything is loaded. */
export type Commands = Readonly<Record<CommandName, (...args: readonly unknown[]) => unknown>>;
