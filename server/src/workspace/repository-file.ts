import type { RepositoryFact } from '../model/repository/fact.ts';
import { repositoryFactsOf } from '../model/repository/read.ts';
import type { Source } from '../text/source.ts';
import { type FactData, type Facts, groupFacts } from './facts.ts';
import { folderOf } from './paths.ts';

/** What `repository:<path>` says: the facts of a file such as `config.json`. */
export interface RepositoryFileFact {
  readonly [key: string]: FactData;
  readonly path: string;
  readonly facts: readonly RepositoryFileItem[];
}

/** One of them, with its place in the file. */
export type RepositoryFileItem = Omit<RepositoryFact, 'of' | 'on'> & {
  readonly [key: string]: FactData;
  readonly of: string | null;
  readonly on: string | null;
};

/** What such a file states; it is read when somebody asks for the first time. */
export function repositoryFileFacts(path: string, { text }: Source): Facts {
  const span = { start: 0, end: 0 };
  const data = (): RepositoryFileFact => ({
    path,
    facts: repositoryFactsOf(path, text).map(
      ({ topic, value, pointer, from, to, of = null, on = null }): RepositoryFileItem => ({
        topic,
        value,
        pointer,
        from,
        to,
        of,
        on,
      }),
    ),
  });
  return groupFacts([
    { key: `repository:${path}`, data, light: true, span },
    { key: `repository-in:${folderOf(path)}`, data: path, span },
  ]);
}
