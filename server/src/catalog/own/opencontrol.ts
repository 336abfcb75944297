import { keyText, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { assembled, catalogWith, namesOf, type PlacedItem } from './assemble.ts';
import { frameworkIdFrom, stemOf } from './ids.ts';
import { shortened } from './oscal-prose.ts';
import { Reading, spanOf, textIn } from './reading.ts';
import type { OwnFile } from './types.ts';

const MOST_SUMMARY = 1200;

/** Reads a standard of OpenControl: controls by id, each with its name, family and description. */
export function openControlStandard(root: YamlNode, path: string): OwnFile {
  const reading = new Reading();
  const name = reading.needed(root, 'name', 'this standard');
  const stem = stemOf(path);
  const items = assembled(placedIn(root, reading), reading);
  const data = catalogWith({
    id: frameworkIdFrom(stem),
    title: name?.value ?? stem,
    names: namesOf([name?.value, stem.replaceAll('_', ' ')]),
    items,
    own: path,
  });
  return {
    format: 'opencontrol-standard',
    catalogs: [{ data, span: name?.span ?? spanOf(root) }],
    crosswalks: [],
    overlays: [],
    problems: reading.problems,
  };
}

function placedIn(root: YamlNode, reading: Reading): PlacedItem[] {
  const found: PlacedItem[] = [];
  const controls = root.kind === 'map' ? root.pairs.filter(({ value }) => value.kind === 'map') : [];
  // A family may stand among the controls itself.
  const families = new Set(controls.map(({ key }) => keyText(key)));
  for (const { key, value } of controls) {
    const id = keyText(key);
    if (id === undefined) continue;
    const title = textIn(value, 'name')?.trim() || id;
    const family = reading.text(value, 'family');
    const span = spanOf(key);
    if (family !== undefined && !families.has(family.value)) {
      families.add(family.value);
      const item = { id: family.value, kind: 'group', title: family.value, summary: family.value };
      found.push({ item, id: family, parent: undefined });
    }
    const parent = family?.value === id ? undefined : family;
    const description = textIn(value, 'description')?.trim();
    const summary = description ? shortened(description, MOST_SUMMARY) : title;
    found.push({ item: { id, kind: 'control', title, summary }, id: { value: id, span }, parent });
  }
  return found;
}
