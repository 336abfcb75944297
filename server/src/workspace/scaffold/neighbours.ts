import { systemAt } from '../../model/sectioned.ts';
import type { ConceptFact } from '../concept-facts.ts';
import type { Stated } from '../facts.ts';
import type { MappingFact } from '../mapping-facts.ts';
import { folderOf, nameOf, relativePath } from '../paths.ts';
import type { ScaffoldContext } from './context.ts';
import { hint, inline, type KnownFact, labelled, sourceComment } from './known.ts';

/** The mapping of the system that the document belongs to. */
export function mappingFor(context: ScaffoldContext): Stated<MappingFact> | undefined {
  return context.graph.mappingOf(context.path, ownSystem(context));
}

function ownSystem({ model, system }: ScaffoldContext): string | undefined {
  return model === undefined ? system : systemAt(model.metadata)?.value.value;
}

/** What the mapping of the system says towards a concept. */
export function mappingFacts(concept: string, context: ScaffoldContext): KnownFact[] {
  const mapping = mappingFor(context);
  if (mapping === undefined) return [];
  const { name, owner, role, stage, system } = mapping.data;
  const facts: KnownFact[] = [];
  const add = (label: string, value: string | null, key: string, labels: readonly string[] = []): void => {
    const source = `${relativePath(folderOf(context.path), mapping.path)}: system.${key}`;
    if (value !== null && value.trim() !== '') facts.push(labelled(label, inline(value), source, labels));
  };
  const help = (label: string, value: string | null, key: string): void => {
    const source = `${relativePath(folderOf(context.path), mapping.path)}: system.${key}`;
    if (value !== null && value.trim() !== '') facts.push(hint(`${label}: ${inline(value)}`, source));
  };
  if (DESCRIBES.has(concept)) {
    add('System', name ?? system, name === null ? 'id' : 'name', ['system name', 'ai system']);
    add('Owner', owner, 'owner', ['system owner', 'model owner', 'owned by']);
  }
  if (CONTACT.has(concept)) add('Contact', owner, 'owner', ['contact', 'point of contact', 'email', 'owner']);
  if (concept === 'deployment' || concept === 'deployment-environment') help('Stage', stage, 'stage');
  if (USES.has(concept)) help('Role of the organisation', role, 'role');
  if (concept === 'approval') help('Owner of the system', owner, 'owner');
  return facts;
}

const DESCRIBES: ReadonlySet<string> = new Set(['model-details', 'system-description', 'scope']);
const CONTACT: ReadonlySet<string> = new Set(['contact']);
const USES: ReadonlySet<string> = new Set([
  'intended-use',
  'intended-uses',
  'interested-parties',
  'third-parties',
]);

/** Sections of other documents of the same system that answer a concept, as links to them. */
export function linkedFacts(concept: string, context: ScaffoldContext): KnownFact[] {
  const seen = new Set<string>();
  return (LINKS[`${context.kind}/${concept}`] ?? []).flatMap(target => {
    const slash = target.indexOf('/');
    const kind = target.slice(0, slash);
    const section = sectionOf(kind, target.slice(slash + 1), context);
    if (section === undefined || seen.has(kind)) return [];
    seen.add(kind);
    const path = relativePath(folderOf(context.path), section.path);
    const link = `${encodeLink(path)}#${section.data.slug ?? ''}`;
    const text = `See ${KIND_NAMES[kind] ?? kind}, [${inline(section.data.title).replace(/[[\]]/g, String.raw`\$&`)}](${link}).`;
    return [{ text: `${text} ${sourceComment(nameOf(path))}`, source: path, answers: true }];
  });
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  'model-card': 'the model card',
  'dataset-card': 'the dataset card',
  'impact-assessment': 'the impact assessment',
};

/** Where another document of the system answers a section, best first; one link for each document kind. */
const LINKS: Readonly<Record<string, readonly string[]>> = {
  'model-card/training-data': [
    'dataset-card/source-data',
    'dataset-card/dataset-description',
    'dataset-card/summary',
    'dataset-card/collection',
  ],
  'model-card/preprocessing': ['dataset-card/preprocessing', 'dataset-card/collection-and-processing'],
  'model-card/data-provenance': ['dataset-card/source-data', 'dataset-card/collection'],
  'model-card/data-quality': ['dataset-card/quality'],
  'model-card/impact-assessment': [
    'impact-assessment/scope',
    'impact-assessment/impacts',
    'impact-assessment/harms',
  ],
  'model-card/ethical-considerations': [
    'impact-assessment/harms',
    'impact-assessment/impacts',
    'impact-assessment/harms-and-measures',
    'impact-assessment/parties-and-impacts',
  ],
  'model-card/fairness': ['impact-assessment/fairness', 'dataset-card/biases'],
  'model-card/out-of-scope-use': [
    'impact-assessment/unintended-uses',
    'impact-assessment/failures-and-misuse',
  ],
  'model-card/human-oversight': ['impact-assessment/human-oversight'],
  'model-card/monitoring': ['impact-assessment/monitoring'],
  'model-card/privacy': ['impact-assessment/privacy', 'dataset-card/personal-and-sensitive-information'],
  'model-card/deployment': ['impact-assessment/deployment-environment'],
  'model-card/approval': ['impact-assessment/approval'],
  'dataset-card/social-impact': ['impact-assessment/impacts', 'impact-assessment/harms'],
  'dataset-card/biases': ['impact-assessment/fairness'],
  'impact-assessment/system-description': ['model-card/model-details', 'model-card/overview'],
  'impact-assessment/functionality': ['model-card/overview', 'model-card/model-details'],
  'impact-assessment/intended-uses': ['model-card/intended-use', 'model-card/intended-and-out-of-scope-use'],
  'impact-assessment/unintended-uses': ['model-card/out-of-scope-use'],
  'impact-assessment/data': [
    'dataset-card/dataset-description',
    'dataset-card/source-data',
    'model-card/training-data',
  ],
  'impact-assessment/algorithm-and-model': ['model-card/architecture', 'model-card/model-details'],
  'impact-assessment/fairness': ['model-card/fairness', 'dataset-card/biases'],
  'impact-assessment/human-oversight': ['model-card/human-oversight'],
  'impact-assessment/monitoring': ['model-card/monitoring'],
};

/** The one section with real text that a document of the same system has for a concept; none where several do. */
function sectionOf(kind: string, concept: string, context: ScaffoldContext): Stated<ConceptFact> | undefined {
  const { graph, path } = context;
  const own = mappingFor(context);
  const system = ownSystem(context) ?? own?.data.system ?? null;
  const found = graph.conceptSections(kind, concept).filter(each => {
    if (each.path === path || each.data.slug === null || each.data.substance !== 'text') return false;
    const theirs = each.data.system ?? graph.mappingOf(each.path, undefined)?.data.system ?? null;
    return system === null && theirs === null ? isNear(path, each.path) : theirs === system;
  });
  return new Set(found.map(each => each.path)).size === 1 ? found[0] : undefined;
}

/** Documents that no mapping governs belong together when one lies in the other's folder or below it. */
function isNear(a: string, b: string): boolean {
  const [left, right] = [folderOf(a), folderOf(b)];
  const below = (inner: string, outer: string): boolean =>
    outer === '' || inner === outer || inner.startsWith(`${outer}/`);
  return below(left, right) || below(right, left);
}

function encodeLink(path: string): string {
  return path.replace(/[\s()<>]/g, each => encodeURIComponent(each).replace('(', '%28').replace(')', '%29'));
}
