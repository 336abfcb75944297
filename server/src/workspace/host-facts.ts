import type { Source } from '../text/source.ts';
import { START } from '../text/span.ts';
import { basisFacts, type EarlierTexts } from './assessment/basis-facts.ts';
import { type FactData, type Facts, groupFacts, NO_FACTS } from './facts.ts';

/** What `time:<path>` says. */
export interface TimeFact {
  readonly [key: string]: FactData;
  /** ISO time. */
  readonly at: string;
  /**
   * Whose time it is: that of the last commit, that of a file which differs from its commit, or that of a file of which
   * there is no commit. The last may tell no more than when an archive was unpacked.
   */
  readonly basis: 'git' | 'edited' | 'file';
}

/**
 * What `authors:<path>` says: for each line of a file as committed, white space at its ends aside, who wrote it, as
 * `Name <address>`. Empty lines are left out.
 */
export type AuthorsFact = { readonly [line: string]: readonly string[] };

/**
 * What the host finds out about files beside their text: when they were changed, who wrote them, and what the
 * documents of an assessment said when it was made. Each is stated under a name of its own, beside what the text says.
 */
export class HostFacts {
  private readonly publish: (stater: string, facts: Facts) => void;
  private readonly factsOf: (path: string, source: Source) => Facts;
  private readonly timed = new Set<string>();
  private readonly authored = new Set<string>();
  private readonly based = new Set<string>();

  /**
   * `publish` takes facts over in place of those that were stated under the same name before; `factsOf` tells what
   * another text of a file would state.
   */
  constructor(
    publish: (stater: string, facts: Facts) => void,
    factsOf: (path: string, source: Source) => Facts,
  ) {
    this.publish = publish;
    this.factsOf = factsOf;
  }

  /** Whether the time of a file's last change was set. */
  knowsTime(path: string): boolean {
    return this.timed.has(path);
  }

  /** Notes when files were last changed, for those whose age matters. */
  setTimes(times: ReadonlyMap<string, TimeFact>): void {
    for (const [path, data] of times) {
      this.timed.add(path);
      this.publish(`time ${path}`, only(`time:${path}`, data));
    }
  }

  /** Whether the authors of a file's lines were set. */
  knowsAuthors(path: string): boolean {
    return this.authored.has(path);
  }

  /** Notes who wrote the lines of files, for those that somebody has signed. */
  setAuthors(authors: ReadonlyMap<string, AuthorsFact>): void {
    for (const [path, data] of authors) {
      this.authored.add(path);
      this.publish(`authors ${path}`, only(`authors:${path}`, data));
    }
  }

  /** Whether it was found out what the documents of an assessment said when it was made. */
  knowsBasis(path: string): boolean {
    return this.based.has(path);
  }

  /**
   * Notes the texts that the documents of an assessment had when it was made; undefined where nobody knows them, so
   * that they are asked for again when something changes.
   */
  setBasis(path: string, earlier: EarlierTexts | undefined): void {
    if (earlier === undefined) this.based.delete(path);
    else this.based.add(path);
    this.publish(`basis ${path}`, earlier === undefined ? NO_FACTS : basisFacts(path, earlier, this.factsOf));
  }

  /** Takes back what was said of a file that is gone. It counts as asked about, until something is set again. */
  forget(path: string): void {
    this.publish(`time ${path}`, NO_FACTS);
    this.publish(`authors ${path}`, NO_FACTS);
    this.setBasis(path, undefined);
  }
}

function only(key: string, data: FactData): Facts {
  return groupFacts([{ key, data, span: START }]);
}
