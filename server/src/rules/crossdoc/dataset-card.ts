import type { Graph } from '../../workspace/graph.ts';
import { folderOf, nameOf } from '../../workspace/paths.ts';

/** The dataset card of a dataset that another card names: by `pretty_name`, by its folder or by its file's name. */
export function datasetCard(dataset: string, graph: Graph): string | undefined {
  const wanted = plain(nameOf(dataset));
  return graph.documents('dataset-card').find(path => {
    const pretty = graph.stated('pretty_name', path)?.data;
    return [pretty, nameOf(folderOf(path)), nameOf(path).replace(/\.\w+$/, '')].some(
      name => name !== undefined && plain(name) === wanted,
    );
  });
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?:dataset)?card$/, '');
}
