import type { Command } from '../command.ts';

/** Every command by name, in the order of the help page. A command's code is loaded when it is called. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  fix: async () => (await import('./fix.ts')).fix,
  coverage: async () => (await import('./coverage.ts')).coverage,
  explain: async () => (await import('./explain.ts')).explain,
  graph: async () => (await import('./graph.ts')).graph,
  review: async () => (await import('./review.ts')).review,
  roadmap: async () => (await import('./roadmap.ts')).roadmap,
  init: async () => (await import('./init.ts')).init,
  lsp: async () => (await import('./lsp.ts')).lsp,
};
