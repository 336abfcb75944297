import { valueAt, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { factAt, type RepositoryFact, textOf } from './fact.ts';

/** The machine-learning models of a CycloneDX bill of materials; facts of the only one, as several cannot be told apart. */
export function billOfMaterials(root: YamlNode): RepositoryFact[] {
  if (textOf(valueAt(root, 'bomFormat')) !== 'CycloneDX') return [];
  const models = modelComponents(root);
  const [model] = models;
  if (models.length !== 1 || model === undefined) return [];
  const { node, pointer } = model;
  const card = valueAt(node, 'modelCard');
  const parameters = valueAt(card, 'modelParameters');
  const metrics = valueAt(valueAt(card, 'quantitativeAnalysis'), 'performanceMetrics');
  const at = `${pointer}.modelCard`;
  return [
    ...factAt('name', valueAt(node, 'name'), `${pointer}.name`),
    ...factAt('version', valueAt(node, 'version'), `${pointer}.version`),
    ...factAt('description', valueAt(node, 'description'), `${pointer}.description`),
    ...licenses(valueAt(node, 'licenses'), `${pointer}.licenses`),
    ...factAt('task', valueAt(parameters, 'task'), `${at}.modelParameters.task`),
    ...factAt(
      'model-type',
      valueAt(parameters, 'architectureFamily'),
      `${at}.modelParameters.architectureFamily`,
    ),
    ...factAt(
      'architecture',
      valueAt(parameters, 'modelArchitecture'),
      `${at}.modelParameters.modelArchitecture`,
    ),
    ...(metrics?.kind === 'seq' ? metrics.items : []).flatMap((metric, index) => {
      const of = textOf(valueAt(metric, 'type'));
      const slice = textOf(valueAt(metric, 'slice'));
      const pointed = `${at}.quantitativeAnalysis.performanceMetrics[${index}].value`;
      return of === undefined
        ? []
        : factAt(
            'metric',
            valueAt(metric, 'value'),
            pointed,
            undefined,
            slice === undefined ? { of } : { of, on: slice },
          );
    }),
  ];
}

interface Component {
  readonly node: YamlNode;
  readonly pointer: string;
}

/** Components that are models: the one that the bill is of, and those that it lists. */
export function modelComponents(root: YamlNode): Component[] {
  const own = valueAt(valueAt(root, 'metadata'), 'component');
  const listed = valueAt(root, 'components');
  const all: Component[] = [
    ...(own === undefined ? [] : [{ node: own, pointer: 'metadata.component' }]),
    ...(listed?.kind === 'seq' ? listed.items : []).map((node, index) => ({
      node,
      pointer: `components[${index}]`,
    })),
  ];
  return all.filter(
    ({ node }) =>
      textOf(valueAt(node, 'type')) === 'machine-learning-model' ||
      valueAt(node, 'modelCard')?.kind === 'map',
  );
}

function licenses(node: YamlNode | undefined, pointer: string): RepositoryFact[] {
  const [only, ...others] = node?.kind === 'seq' ? node.items : [];
  if (only === undefined || others.length > 0) return [];
  const license = valueAt(only, 'license');
  return [
    ...factAt('license', valueAt(license, 'id'), `${pointer}[0].license.id`),
    ...factAt('license', valueAt(only, 'expression'), `${pointer}[0].expression`),
  ];
}
