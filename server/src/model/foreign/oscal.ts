import { valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { textOf } from '../field.ts';
import { type ForeignEntry, type ForeignStatus, placeOf } from './model.ts';

/** OSCAL's implementation states, and the words that teams use beside them. */
const STATUS: Readonly<Record<string, ForeignStatus>> = {
  implemented: 'implemented',
  operational: 'implemented',
  inherited: 'implemented',
  partial: 'partial',
  alternative: 'partial',
  alternate: 'partial',
  planned: 'planned',
  'under-development': 'planned',
  'not-applicable': 'excluded',
};

/** The implemented requirements of a component definition. */
export function oscalEntries(root: YamlNode): ForeignEntry[] {
  const definition = valueAt(root, 'component-definition');
  const resources = resourcesOf(definition);
  return [...listAt(definition, 'components'), ...listAt(definition, 'capabilities')].flatMap(component => {
    const name = textAt(component, 'title') ?? textAt(component, 'name');
    return listAt(component, 'control-implementations').flatMap(implementation => {
      const source = textAt(implementation, 'source') ?? '';
      const frameworks = source.startsWith('#')
        ? (resources.get(source.slice(1)) ?? [])
        : [source].filter(text => text !== '');
      return listAt(implementation, 'implemented-requirements').flatMap(requirement =>
        entryOf(requirement, name, frameworks),
      );
    });
  });
}

function entryOf(
  requirement: YamlNode,
  component: string | undefined,
  frameworks: readonly string[],
): ForeignEntry[] {
  const node = valueAt(requirement, 'control-id');
  const id = node === undefined ? undefined : textOf(node);
  if (id === undefined) return [];
  const states = [requirement, ...listAt(requirement, 'statements')].flatMap(statedIn);
  const said = [...new Set(states)];
  const known = states.map(state => STATUS[state.toLowerCase()]);
  return [
    {
      ...placeOf(requirement),
      id,
      frameworks,
      status: weakest(known),
      said: said.length === 0 ? undefined : said.join(', '),
      component,
      narrated: (textAt(requirement, 'description') ?? '').trim() !== '',
    },
  ];
}

function statedIn(node: YamlNode): string[] {
  return listAt(node, 'props').flatMap(prop =>
    textAt(prop, 'name') === 'implementation-status' ? (textAt(prop, 'value') ?? []) : [],
  );
}

const ORDER: readonly ForeignStatus[] = ['planned', 'partial', 'implemented', 'excluded'];

/** A requirement is in place as far as its weakest statement; one that says nothing leaves it open. */
function weakest(states: readonly (ForeignStatus | undefined)[]): ForeignStatus | undefined {
  if (states.includes(undefined)) return undefined;
  return ORDER.find(state => states.includes(state));
}

/** What the resources of the back matter are called and where they lie, by uuid. */
function resourcesOf(definition: YamlNode | undefined): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const resource of listAt(valueAt(definition, 'back-matter'), 'resources')) {
    const uuid = textAt(resource, 'uuid');
    const links = listAt(resource, 'rlinks').flatMap(link => textAt(link, 'href') ?? []);
    const names = ['title', 'description'].flatMap(key => textAt(resource, key) ?? []);
    if (uuid !== undefined) found.set(uuid, [...links, ...names]);
  }
  return found;
}

function listAt(node: YamlNode | undefined, key: string): readonly YamlNode[] {
  const value = valueAt(node, key);
  return value?.kind === 'seq' ? value.items : [];
}

function textAt(node: YamlNode | undefined, key: string): string | undefined {
  const value = valueAt(node, key);
  return value === undefined ? undefined : textOf(value)?.value;
}
