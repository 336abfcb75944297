import { valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { textOf } from '../field.ts';
import { type ForeignEntry, type ForeignStatus, placeOf } from './model.ts';

/** The statuses of that project; `does not meet` and `documentation` leave the control open. */
const STATUS: Readonly<Record<string, ForeignStatus>> = {
  automated: 'implemented',
  manual: 'implemented',
  supported: 'implemented',
  'inherently met': 'implemented',
  partial: 'partial',
  planned: 'planned',
  pending: 'planned',
  'does not meet': 'planned',
  'not applicable': 'excluded',
};

/** Nested controls deeper than this are no control file. */
const MOST_NESTING = 10;

/** The controls of a ComplianceAsCode control file, nested ones included. */
export function complianceEntries(root: YamlNode): ForeignEntry[] {
  const frameworks = ['policy', 'title', 'id', 'source'].flatMap(key => textAt(root, key) ?? []);
  const component = textAt(root, 'product');
  const visit = (node: YamlNode | undefined, depth: number): ForeignEntry[] => {
    if (node?.kind !== 'seq' || depth > MOST_NESTING) return [];
    return node.items.flatMap(item => {
      const id = valueAt(item, 'id');
      const field = id === undefined ? undefined : textOf(id);
      const said = textAt(item, 'status');
      const rules = valueAt(item, 'rules');
      const own: ForeignEntry[] =
        field === undefined
          ? []
          : [
              {
                ...placeOf(item),
                id: field,
                frameworks,
                status: said === undefined ? undefined : STATUS[said.toLowerCase()],
                said,
                component,
                narrated:
                  textAt(item, 'notes') !== undefined || (rules?.kind === 'seq' && rules.items.length > 0),
              },
            ];
      return [...own, ...visit(valueAt(item, 'controls'), depth + 1)];
    });
  };
  return visit(valueAt(root, 'controls'), 0);
}

function textAt(node: YamlNode, key: string): string | undefined {
  const value = valueAt(node, key);
  return value === undefined ? undefined : textOf(value)?.value;
}
