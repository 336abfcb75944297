import { headingKey } from '../catalog/vocabulary.ts';
import type { ConfigModel, RuleSetting, Settings } from '../model/config.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../model/kinds.ts';
import { criteriaOf, type RiskCriteria } from './assessment/criteria.ts';
import { globMatcher } from './glob.ts';
import { asGlob, folderOf, foldersUp, inFolder } from './paths.ts';

/** What configuration says for one file: the nearest file up the tree wins, key by key. */
export interface Scope {
  /** The framework of bare ids. */
  readonly framework: string;
  /** Whether a configuration says so; without one it is the built-in default. */
  readonly frameworkGiven: boolean;
  readonly frameworks: readonly string[];
  readonly needed: ReadonlyMap<string, string>;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Concept ids by own heading, in the form that the vocabulary compares. */
  readonly headings: ReadonlyMap<string, string>;
  /** Days for which a sign-off counts. */
  readonly reviewPeriod: number;
  readonly people: readonly string[];
  /** By what the risks of an impact assessment are judged. */
  readonly risk: RiskCriteria;
  readonly forbidden: readonly string[];
  readonly inline: boolean;
  /** The file of known findings as a configuration names it, and the folder of that configuration. */
  readonly baseline?: { readonly folder: string; readonly written: string };
}

const DEFAULT_FRAMEWORK = 'iso-42001';
const DEFAULT_REVIEW_PERIOD = 365;

type Matcher = (path: string) => boolean;

/** One configuration file with its globs made ready. */
interface Configured {
  readonly folder: string;
  readonly settings: Settings;
  readonly kinds: readonly { readonly matches: Matcher; readonly kind: DocumentKind | 'none' }[];
  readonly excludes: Matcher;
  readonly catalogs: Matcher;
  /** The same as globs of the workspace. */
  readonly catalogGlobs: readonly string[];
}

/** All configuration files of the workspace, by folder. */
export class Configurations {
  private readonly byFolder = new Map<string, Configured>();
  /** By folder of the nearest configuration; undefined stands for files that none applies to. */
  private readonly scopes = new Map<string | undefined, Scope>();

  /** Sets or removes the configuration of a folder. */
  set(folder: string, model: ConfigModel | undefined): void {
    this.scopes.clear();
    if (model === undefined) this.byFolder.delete(folder);
    else this.byFolder.set(folder, configured(folder, model.settings));
  }

  /** The kind that configuration gives a file. */
  kindOf(path: string): DocumentKind | 'none' | undefined {
    for (const each of this.above(path)) {
      if (each.catalogs(path)) return 'catalog';
      if (each.excludes(path)) return 'none';
      const rule = each.kinds.find(({ matches }) => matches(path));
      if (rule !== undefined) return rule.kind;
    }
    return undefined;
  }

  /** Globs of the files that hold own catalogs. */
  get catalogGlobs(): readonly string[] {
    return [...new Set([...this.byFolder.values()].flatMap(each => each.catalogGlobs))];
  }

  /** The baselines that configurations name. */
  get baselines(): readonly NonNullable<Scope['baseline']>[] {
    return [...this.byFolder.values()].flatMap(({ folder, settings: { baseline } }) =>
      baseline === undefined ? [] : [{ folder, written: baseline }],
    );
  }

  /** What applies to a file. */
  scopeOf(path: string): Scope {
    const above = this.above(path);
    // Folders without a configuration of their own share what holds for the nearest one that has one.
    const folder = above[0]?.folder;
    const known = this.scopes.get(folder);
    if (known !== undefined) return known;
    const made = merged(above);
    this.scopes.set(folder, made);
    return made;
  }

  /** Configurations that apply to a path, nearest first. */
  private above(path: string): Configured[] {
    const found: Configured[] = [];
    for (const folder of foldersUp(folderOf(path))) {
      const each = this.byFolder.get(folder);
      if (each === undefined) continue;
      found.push(each);
      if (each.settings.root) break;
    }
    return found;
  }
}

function configured(folder: string, settings: Settings): Configured {
  const matcher = (globs: readonly string[]): Matcher => {
    const matchers = globs.map(glob => globMatcher(globIn(folder, glob)));
    return path => matchers.some(matches => matches(path));
  };
  return {
    folder,
    settings,
    kinds: settings.documents.flatMap(({ files, kind }) => {
      const known = kind === 'none' ? kind : DOCUMENT_KINDS.find(each => each === kind);
      return known === undefined ? [] : [{ matches: matcher(files), kind: known }];
    }),
    excludes: matcher(settings.exclude),
    catalogs: matcher(settings.catalogs),
    catalogGlobs: settings.catalogs.map(glob => globIn(folder, glob)),
  };
}

/** A glob that is relative to a folder, as glob of the workspace. */
export function globIn(folder: string, glob: string): string {
  return inFolder(asGlob(folder), glob.replace(/^\.?\//, ''));
}

function merged(above: readonly Configured[]): Scope {
  const nearest = above.map(each => each.settings);
  const known = above.find(each => each.settings.baseline !== undefined);
  const farthest = nearest.toReversed();
  const headings = new Map<string, string>();
  for (const { headings: own } of farthest) {
    for (const [concept, titles] of own) for (const title of titles) headings.set(headingKey(title), concept);
  }
  return {
    framework: nearest.find(each => each.framework !== undefined)?.framework ?? DEFAULT_FRAMEWORK,
    frameworkGiven: nearest.some(each => each.framework !== undefined),
    frameworks: nearest.find(each => each.frameworks.length > 0)?.frameworks ?? [],
    needed: new Map(farthest.flatMap(each => [...each.needed])),
    rules: new Map(farthest.flatMap(each => [...each.rules])),
    headings,
    reviewPeriod:
      nearest.find(each => each.reviewPeriod !== undefined)?.reviewPeriod ?? DEFAULT_REVIEW_PERIOD,
    people: nearest.find(each => each.people.length > 0)?.people ?? [],
    risk: criteriaOf(nearest.find(each => each.assessment !== undefined)?.assessment),
    forbidden: [...new Set(nearest.flatMap(each => each.forbidden))],
    inline: nearest.every(each => each.inline),
    ...(known?.settings.baseline === undefined
      ? {}
      : { baseline: { folder: known.folder, written: known.settings.baseline } }),
  };
}
