import type { Section } from '../../syntax/markdown/section.ts';
import type { Local } from '../../text/span.ts';
import { datasetKey } from '../dataset-names.ts';
import { metricsIn } from '../metrics.ts';
import { withoutComments } from '../placeholders.ts';

/** A data set that a body names by a link, or as the column or row of a table; the span is local to the section. */
export interface NamedDataset extends Local {
  /** As `datasetKey` compares names. */
  readonly key: string;
  readonly written: string;
  readonly by: 'link' | 'table';
}

const LINK =
  /(?:(?:https?:\/\/)?www\.|https?:\/\/)?(?:(?:huggingface\.co|hf\.co)\/datasets\/([\w.-]{1,100}(?:\/[\w.-]{1,100})?)|kaggle\.com\/(?:datasets\/|c\/|competitions\/)([\w.-]{1,100}(?:\/[\w.-]{1,100})?)|tensorflow\.org\/datasets\/catalog\/(\w{1,100})|(?:zenodo\.org\/records?\/|doi\.org\/10\.5281\/zenodo\.)(\d{1,12}))/gi;

/** The data sets that a section names, in the order of the text. */
export function datasetsIn(section: Section): readonly NamedDataset[] {
  return section.derive(found);
}

function found(section: Section): readonly NamedDataset[] {
  const named: NamedDataset[] = [];
  if (/datasets|kaggle|zenodo/i.test(section.text)) {
    const text = withoutComments(section);
    for (const block of section.blocks) {
      if (block.kind === 'code') continue;
      for (const hit of text.slice(block.from, block.to).matchAll(LINK)) {
        const written = hit.slice(1).find(each => each !== undefined) ?? '';
        const from = block.from + hit.index;
        named.push({ key: datasetKey(written), written, by: 'link', from, to: from + hit[0].length });
      }
    }
  }
  const seen = new Set<string>();
  for (const { dataset } of metricsIn(section)) {
    const key = dataset === undefined ? '' : datasetKey(dataset.text);
    if (dataset === undefined || key === '' || seen.has(key)) continue;
    seen.add(key);
    named.push({ key, written: dataset.text, by: 'table', from: dataset.from, to: dataset.to });
  }
  return named.sort((a, b) => a.from - b.from);
}
