import type { OutlineItem } from './outline.ts';
import { type Metadata, textAt, textsAt } from './sectioned.ts';

/** The names by which a dataset card's dataset may be called elsewhere, as {@link datasetKey} compares them. */
export function datasetKeys(path: string, metadata: Metadata, outline: readonly OutlineItem[]): string[] {
  const title = outline.find(item => item.level === 1)?.title;
  const names = [
    textAt(metadata, 'pretty_name')?.value.value,
    textAt(metadata, 'name')?.value.value,
    ...textsAt(metadata, 'config_names').map(each => each.value.value),
    title?.replace(
      /^(?:data\s{0,3}(?:set)?\s{0,3}(?:card|sheet)|documentation)\s{0,3}(?:for|of|[:–—-])\s*(?:the\s+)?/i,
      '',
    ),
    nameOfFile(path),
  ];
  const keys = names.flatMap(name => (name === undefined ? [] : [datasetKey(name)]));
  return [...new Set(keys.filter(key => key !== '' && !GENERIC.has(key)))];
}

/** A dataset's name without owner, case and punctuation: `Org/Credit_History` and `credit history` are one. */
export function datasetKey(name: string): string {
  return name
    .trim()
    .replace(/^(?:https?:\/\/(?:www\.)?huggingface\.co\/)?(?:datasets\/)?/i, '')
    .replace(/^[^/\s]+\/(?=[^/]+$)/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

const GENERIC = new Set([
  'dataset',
  'data',
  'docs',
  'dataset-card',
  'datasheet',
  'default',
  'readme',
  'card',
]);

/** `credit.dataset-card.md` is named by its stem, `data/credit/README.md` by its folder. */
function nameOfFile(path: string): string {
  const parts = path.split('/');
  const stem = (parts.pop() ?? '')
    .replace(/\.(?:md|mdx|markdown)$/i, '')
    .replace(/[-_. ]?data(?:set)?[-_. ]?(?:card|sheet)$/i, '');
  return stem === '' || /^readme$/i.test(stem) ? (parts.pop() ?? '') : stem;
}
