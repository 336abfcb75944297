import type { Host } from '../../workspace/host.ts';

/** A host that notes files which it has listed and whose content is not here, as in a partial clone. */
export interface CountedHost {
  readonly host: Host;
  readonly lacking: ReadonlySet<string>;
}

/** Counts what a host lacks. */
export function countedHost(host: Host): CountedHost {
  const listed = new Set<string>();
  const lacking = new Set<string>();
  return {
    lacking,
    host: {
      ...host,
      async *list(limit, cancelled) {
        for await (const batch of host.list(limit, cancelled)) {
          for (const path of batch) listed.add(path);
          yield batch;
        }
      },
      async read(paths) {
        const results = await host.read(paths);
        for (const [index, path] of paths.entries())
          if (results[index]?.kind === 'missing' && listed.has(path)) lacking.add(path);
        return results;
      },
    },
  };
}

/** What a user is told of files that a clone lacks. */
export function lackingText(lacking: ReadonlySet<string>): string {
  return `${lacking.size} of its files are not in this partial clone, the first being ${[...lacking][0]}; fetch the history with its files first`;
}
