import type { Host, ReadResult } from '../../workspace/host.ts';
import { inFolder } from '../../workspace/paths.ts';

/** A host of one folder, and the prefix of the folder in workspace paths. */
export interface HostPart {
  readonly prefix: string;
  readonly host: Host;
}

/** Several folders as one workspace; a path leads to the folder whose prefix it has. */
export function joinedHost(parts: readonly HostPart[]): Host {
  const groups = (paths: readonly string[]): { part: HostPart; own: Map<string, string> }[] =>
    parts.flatMap(part => {
      const own = new Map<string, string>();
      for (const path of paths)
        if (path.startsWith(`${part.prefix}/`)) own.set(path.slice(part.prefix.length + 1), path);
      return own.size === 0 ? [] : [{ part, own }];
    });
  const merged = async <T>(
    paths: readonly string[],
    ask: (host: Host, own: readonly string[]) => Promise<ReadonlyMap<string, T>> | undefined,
  ): Promise<ReadonlyMap<string, T>> => {
    const found = new Map<string, T>();
    for (const { part, own } of groups(paths))
      for (const [path, value] of (await ask(part.host, [...own.keys()])) ?? [])
        found.set(inFolder(part.prefix, path), value);
    return found;
  };
  return {
    async *list(limit, cancelled) {
      let count = 0;
      for (const { prefix, host } of parts) {
        for await (const batch of host.list(limit - count, cancelled)) {
          count += batch.length;
          yield batch.map(path => inFolder(prefix, path));
        }
      }
    },
    async read(paths) {
      const found = await merged(paths, async (host, own) => {
        const results = await host.read(own);
        return new Map(own.map((path, index): [string, ReadResult] => [path, results[index] ?? MISSING]));
      });
      return paths.map(path => found.get(path) ?? MISSING);
    },
    async find(paths, limit) {
      const found: string[] = [];
      for (const { part, own } of groups(paths))
        for (const path of await part.host.find([...own.keys()], limit - found.length))
          found.push(inFolder(part.prefix, path));
      return found.slice(0, limit);
    },
    times: paths => merged(paths, (host, own) => host.times?.(own)),
    authors: paths => merged(paths, (host, own) => host.authors?.(own)),
    async *history(path, limit, wanted) {
      for (const { part, own } of groups([path]))
        for (const inside of own.keys())
          if (part.host.history !== undefined) yield* part.host.history(inside, limit, wanted);
    },
    async commitTime(commit) {
      for (const { host } of parts) {
        const time = await host.commitTime?.(commit);
        if (time !== undefined) return time;
      }
      return undefined;
    },
  };
}

const MISSING: ReadResult = { kind: 'missing' };
