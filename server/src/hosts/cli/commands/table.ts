import type { Command } from '../command.ts';

/** Every command by name, in the order of the help page. A command's code is loaded when it is called. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  fix: async () => (await import('./fix.ts')).fix,
  coverage: async () => (await import('./coverage.ts')).coverage,
  diff: async () => (await import('./diff.ts')).diff,
  explain: async () => (await import('./explain.ts')).explain,
  graph: async () => (await import('./graph.ts')).graph,
  review: async () => (await import('./review.ts')).review,
  export: async () => (await import('./export.ts')).exportCommand,
  bundle: async () => (await import('./bundle.ts')).bundle,
  sample: async () => (await import('./sample.ts')).sample,
  merge: async () => (await import('./merge.ts')).merge,
  roadmap: async () => (await import('./roadmap.ts')).roadmap,
  new: async () => (await import('./new.ts')).create,
  convert: async () => (await import('./convert.ts')).convert,
  init: async () => (await import('./init.ts')).init,
  lsp: async () => (await import('./lsp.ts')).lsp,
  mcp: async () => (await import('./mcp.ts')).mcp,
};
