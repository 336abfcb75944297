import { Source } from '../../server/src/text/source.ts';
import type { Host } from '../../server/src/workspace/host.ts';

/** A host over texts in memory, and the paths it was asked to read, in order. */
export function hostOf(files: ReadonlyMap<string, string>): { host: Host; reads: readonly string[] } {
  const reads: string[] = [];
  const host: Host = {
    async *list() {
      yield [...files.keys()];
    },
    read: async paths => {
      reads.push(...paths);
      return paths.map(path => {
        const text = files.get(path);
        return text === undefined ? { kind: 'missing' } : { kind: 'text', source: new Source(text) };
      });
    },
    find: async paths => paths.filter(path => files.has(path)),
  };
  return { host, reads };
}
