import type { YamlNode } from '../../syntax/yaml/nodes.ts';
import type { LicensedText } from '../types.ts';
import { defined } from './native-item.ts';
import { Reading } from './reading.ts';
import type { At, OwnFile } from './types.ts';

const KEYS = ['$schema', 'overlays', 'edition', 'source', 'items'];
const ITEM_KEYS = ['id', 'text', 'summary', 'purpose', 'asks', 'evidence'];

/** Reads a private overlay: licensed text for items of a catalog that is known already. */
export function overlayFile(root: YamlNode): OwnFile {
  const reading = new Reading();
  reading.onlyKeys(root, KEYS);
  const framework = reading.needed(root, 'overlays', 'this overlay');
  const items: { readonly id: At<string>; readonly text: LicensedText }[] = [];
  const seen = new Set<string>();
  for (const node of reading.list(root, 'items')) {
    const map = reading.map(node, 'This item');
    if (map === undefined) continue;
    reading.onlyKeys(map, ITEM_KEYS);
    const id = reading.needed(map, 'id', 'this item');
    if (id === undefined) continue;
    if (seen.has(id.value))
      reading.at(id.span, `The id "${id.value}" stands twice`, 'Put its text into one item', 'duplicate');
    seen.add(id.value);
    const text = defined({
      text: reading.text(map, 'text')?.value,
      summary: reading.text(map, 'summary')?.value,
      purpose: reading.text(map, 'purpose')?.value,
      asks: reading.texts(map, 'asks'),
      evidence: reading.texts(map, 'evidence'),
    });
    items.push({ id, text });
  }
  return {
    format: 'overlay',
    catalogs: [],
    crosswalks: [],
    overlays: framework === undefined ? [] : [{ framework, items }],
    problems: reading.problems,
  };
}
