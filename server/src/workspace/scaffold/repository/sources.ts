import type { Graph } from '../../graph.ts';
import { folderOf, foldersUp, inFolder, nameOf } from '../../paths.ts';
import type { RepositoryFileItem } from '../../repository-file.ts';

/** A fact with the file that says it. */
export interface SourcedFact extends RepositoryFileItem {
  /** Workspace path of the file. */
  readonly path: string;
}

/** Files that speak for everything below their folder. */
const PROJECT = ['CITATION.cff', 'pyproject.toml', 'setup.cfg'];
const DOCUMENTATION = /^(?:docs?|documentation|cards|model[-_]cards?|dataset[-_]cards?)$/i;
/** The order in which files that say the same are believed. */
const ORDER = [
  /^adapter_config\.json$/,
  /^config\.json$/,
  /^training_args\./,
  /croissant\.json$/i,
  /^dataset_infos?\.json$/,
  /^CITATION\.cff$/i,
];

/**
 * Everything that files of the repository say of what a document describes: those beside it, or beside its
 * documentation folder, their evaluation results, and the nearest files about the project.
 */
export function factsAround(path: string, graph: Graph): readonly SourcedFact[] {
  return filesAround(path, graph).flatMap(file =>
    (graph.repositoryFile(file)?.facts ?? []).map(fact => ({ ...fact, path: file })),
  );
}

function filesAround(path: string, graph: Graph): string[] {
  const own = folderOf(path);
  const folders = DOCUMENTATION.test(nameOf(own)) ? [own, folderOf(own)] : [own];
  const beside = folders
    .flatMap(folder => [folder, inFolder(folder, '.eval_results')])
    .flatMap(folder => graph.repositoryFiles(folder));
  const project = PROJECT.flatMap(name => {
    const found = foldersUp(own)
      .map(folder => inFolder(folder, name))
      .find(each => graph.repositoryFile(each) !== undefined);
    return found === undefined ? [] : [found];
  });
  const rank = (file: string): number => {
    const at = ORDER.findIndex(each => each.test(nameOf(file)));
    return at < 0 ? ORDER.length : at;
  };
  return [...new Set([...beside, ...project])].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** Whether two values say the same: equal texts, apart from case, or equal numbers. */
export function sameValue(a: string, b: string): boolean {
  const plain = (text: string): string => text.trim().toLowerCase();
  if (plain(a) === plain(b)) return true;
  return a.trim() !== '' && b.trim() !== '' && Number(a) === Number(b);
}
