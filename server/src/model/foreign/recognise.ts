import { valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import type { Source } from '../../text/source.ts';
import type { ForeignFormat } from './model.ts';

/** As much of a file as tells whether it is worth parsing. */
const REACH = 20_000;

const JSON_NAME =
  /(?:component[-_. ]?def|comp[-_]?def|oscal)[^/]*\.json$|(?:^|\/)component-definitions?\/[^/]+(?:\/[^/]+)?\.json$/i;

/** Whether a JSON file can be a mapping of another tool, by its name. */
export function mayBeForeignJson(path: string): boolean {
  return JSON_NAME.test(path);
}

/** Whether the beginning of a file looks like a mapping of another tool: a cheap test to spare parsing the rest. */
export function mayBeForeign(source: Source): boolean {
  const { text } = source;
  const head = text.slice(0, REACH);
  return (
    /^\uFEFF?[ \t]{0,40}(?:\{[ \t]{0,40})?"?component-definition"?[ \t]{0,40}:/m.test(head) ||
    (source.holdsLine('satisfies') &&
      /^satisfies[ \t]{0,40}:/m.test(text) &&
      /^[ \t]{0,80}(?:-[ \t]{1,40})?(?:control_key|standard_key|narrative|implementation_status)[ \t]{0,40}:/m.test(
        text,
      )) ||
    (/^policy[ \t]{0,40}:/m.test(head) && /^controls[ \t]{0,40}:/m.test(text))
  );
}

/** The format of a file's value; undefined for everything that is no mapping of another tool. */
export function foreignFormat(root: YamlNode): ForeignFormat | undefined {
  if (valueAt(root, 'component-definition')?.kind === 'map') return 'oscal-component';
  const satisfies = valueAt(root, 'satisfies');
  if (satisfies !== undefined && valueAt(root, 'name') !== undefined && isOpenControl(satisfies))
    return 'opencontrol';
  return valueAt(root, 'policy')?.kind === 'scalar' && isComplianceAsCode(valueAt(root, 'controls'))
    ? 'compliance-as-code'
    : undefined;
}

function isOpenControl(satisfies: YamlNode): boolean {
  if (satisfies.kind === 'seq')
    return satisfies.items.some(
      item =>
        valueAt(item, 'control_key')?.kind === 'scalar' && valueAt(item, 'standard_key')?.kind === 'scalar',
    );
  return (
    satisfies.kind === 'map' &&
    satisfies.pairs.some(
      ({ value }) =>
        value.kind === 'map' && value.pairs.some(pair => valueAt(pair.value, 'narrative') !== undefined),
    )
  );
}

/** Entries there have levels, rules or a status of their own words; ours have evidence and an owner. */
function isComplianceAsCode(controls: YamlNode | undefined): boolean {
  return (
    controls?.kind === 'seq' &&
    controls.items.some(
      item =>
        valueAt(item, 'id')?.kind === 'scalar' &&
        (valueAt(item, 'rules')?.kind === 'seq' || valueAt(item, 'levels')?.kind === 'seq'),
    ) &&
    !controls.items.some(item => valueAt(item, 'evidence') !== undefined)
  );
}
