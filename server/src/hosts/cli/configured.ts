import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Source } from '../../text/source.ts';
import type { Host } from '../../workspace/host.ts';
import { UsageError } from './command.ts';
import { reasonOf } from './output.ts';

/** Where the configuration of a workspace's root lies. */
export const ROOT_CONFIGURATION = 'clausewright.yaml';

/** A configuration that was named on the command line. */
export interface NamedConfiguration {
  /** As written on the command line. */
  readonly written: string;
  readonly source: Source;
}

/**
 * Reads the file of `--config`.
 * @throws UsageError when it cannot be read.
 */
export function readConfiguration(written: string, folder: string): NamedConfiguration {
  try {
    return { written, source: new Source(readFileSync(resolve(folder, written), 'utf8')) };
  } catch (error) {
    throw new UsageError(`cannot read the configuration ${written}: ${reasonOf(error)}`);
  }
}

/** The host of a workspace whose root's own configuration is replaced by a named one. */
export function withConfiguration(host: Host, configuration: NamedConfiguration | undefined): Host {
  if (configuration === undefined) return host;
  return {
    ...host,
    async *list(limit, cancelled) {
      yield [ROOT_CONFIGURATION];
      for await (const batch of host.list(limit, cancelled))
        yield batch.filter(path => path !== ROOT_CONFIGURATION && path !== 'clausewright.yml');
    },
    read: async paths => {
      const results = await host.read(paths.filter(path => path !== ROOT_CONFIGURATION));
      const queue = [...results];
      return paths.map(path =>
        path === ROOT_CONFIGURATION
          ? { kind: 'text', source: configuration.source }
          : (queue.shift() ?? { kind: 'missing' }),
      );
    },
  };
}
