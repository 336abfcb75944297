import type { Library } from '../catalog/library.ts';
import { enumeration } from '../text/enumeration.ts';

/** With more controls than this, a sentence names them by id alone. */
const MOST_TITLED = 5;

/** Controls as a sentence names them: `ISO/IEC 42001 A.7.2 (Data for …) and A.7.3 (Acquisition of data)`. */
export function controlNames(qualified: readonly string[], library: Library): string {
  const byFramework = new Map<string, string[]>();
  for (const each of qualified) {
    const known = library.item(each);
    if (known === undefined) continue;
    const name = known.catalog.data.names[0] ?? known.catalog.data.name;
    const list = byFramework.get(name) ?? [];
    const titled = qualified.length <= MOST_TITLED;
    list.push(titled ? `${known.item.id} (${known.item.title})` : known.item.id);
    byFramework.set(name, list);
  }
  return [...byFramework].map(([name, list]) => `${name} ${enumeration(list, 'and')}`).join('; ');
}
