import { keyText, valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { type Field, textOf } from '../field.ts';
import { type ForeignEntry, type ForeignStatus, placeOf } from './model.ts';

const STATUS: Readonly<Record<string, ForeignStatus>> = {
  none: 'planned',
  planned: 'planned',
  partial: 'partial',
  complete: 'implemented',
  implemented: 'implemented',
  inherited: 'implemented',
  'not applicable': 'excluded',
  unapplicable: 'excluded',
};

/** What a component of OpenControl satisfies, as list, or by standard and control as in older files. */
export function openControlEntries(root: YamlNode): ForeignEntry[] {
  const name = valueAt(root, 'name');
  const component = name === undefined ? undefined : textOf(name)?.value;
  const satisfies = valueAt(root, 'satisfies');
  if (satisfies?.kind === 'seq')
    return satisfies.items.flatMap(item => {
      const key = valueAt(item, 'control_key');
      const id = key === undefined ? undefined : textOf(key);
      const standard = valueAt(item, 'standard_key');
      return entryOf(item, id, standard === undefined ? undefined : textOf(standard)?.value, component);
    });
  if (satisfies?.kind !== 'map') return [];
  return satisfies.pairs.flatMap(({ key, value }) =>
    value.kind === 'map'
      ? value.pairs.flatMap(pair => entryOf(pair.value, textOf(pair.key), keyText(key), component))
      : [],
  );
}

function entryOf(
  item: YamlNode,
  id: Field<string> | undefined,
  standard: string | undefined,
  component: string | undefined,
): ForeignEntry[] {
  if (id === undefined) return [];
  const said = saidIn(item);
  const known = said.map(each => STATUS[each.toLowerCase()]);
  const narrative = valueAt(item, 'narrative');
  return [
    {
      ...placeOf(item),
      id,
      frameworks: standard === undefined ? [] : [standard],
      status: known.includes(undefined) ? undefined : ORDER.find(each => known.includes(each)),
      said: said.length === 0 ? undefined : said.join(', '),
      component,
      narrated: narrative !== undefined && !(narrative.kind === 'scalar' && narrative.value === null),
    },
  ];
}

const ORDER: readonly ForeignStatus[] = ['planned', 'partial', 'implemented', 'excluded'];

function saidIn(item: YamlNode): string[] {
  const one = valueAt(item, 'implementation_status');
  const several = valueAt(item, 'implementation_statuses');
  const nodes = several?.kind === 'seq' ? several.items : one === undefined ? [] : [one];
  return nodes.flatMap(node => textOf(node)?.value ?? []);
}
