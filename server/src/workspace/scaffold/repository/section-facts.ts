import { folderOf, relativePath } from '../../paths.ts';
import type { ScaffoldContext } from '../context.ts';
import { hint, inline, type KnownFact, labelled, sourceComment } from '../known.ts';
import { licenseNear } from './license.ts';
import { FACT_LINES, type FactLine } from './lines.ts';
import { factsAround, type SourcedFact, sameValue } from './sources.ts';

/**
 * What files of the repository say towards a section of a card. Of several files that say otherwise the first is
 * written, and the others are told to the author.
 */
export function repositorySectionFacts(concept: string, context: ScaffoldContext): KnownFact[] {
  const facts = factsAround(context.path, context.graph);
  const key = `${context.kind}/${concept}`;
  return [
    ...tables(key, facts, context),
    ...(FACT_LINES[key] ?? []).flatMap(line => written(line, facts, context)),
    ...licenseLine(key, facts, context),
    ...gitFacts(key, context),
    ...owners(key, context),
  ];
}

/** The words by which a comment names where a fact stands, as seen from the document. */
export function sourceOf({ path, pointer }: Pick<SourcedFact, 'path' | 'pointer'>, document: string): string {
  return `${relativePath(folderOf(document), path)}: ${pointer}`;
}

function written(line: FactLine, facts: readonly SourcedFact[], { path }: ScaffoldContext): KnownFact[] {
  const own = facts.filter(fact => fact.topic === line.topic);
  const [first] = own;
  if (first === undefined) return [];
  if (line.hint === true)
    return own.map(each =>
      hint(
        `${line.label}${each.of === null ? '' : ` ${each.of}`}: ${inline(each.value)}`,
        sourceOf(each, path),
      ),
    );
  const others = own.slice(1).filter(each => !sameValue(each.value, first.value));
  return [
    labelled(line.label, inline(first.value), sourceOf(first, path), line.labels),
    ...others.map(each => hint(`${line.label}: ${inline(each.value)}`, sourceOf(each, path))),
  ];
}

function tables(key: string, facts: readonly SourcedFact[], context: ScaffoldContext): KnownFact[] {
  if (key === 'model-card/evaluation') return metricsTable(facts, context);
  if (key === 'dataset-card/data-splits') return table('split', ['Split', 'Rows'], facts, context);
  return key === 'dataset-card/data-fields' ? table('field', ['Field', 'Type'], facts, context) : [];
}

/** Measured values; a column for the dataset where the files name one. */
function metricsTable(all: readonly SourcedFact[], context: ScaffoldContext): KnownFact[] {
  const facts = all.filter((fact, index) => {
    const same = (each: SourcedFact): boolean =>
      each.topic === 'metric' &&
      each.of === fact.of &&
      each.on === fact.on &&
      sameValue(each.value, fact.value);
    return fact.topic === 'metric' && all.findIndex(same) === index;
  });
  if (facts.length === 0) return [];
  const named = facts.some(each => each.on !== null);
  const rows = facts.map(fact => {
    const cells = [fact.of ?? '', ...(named ? [fact.on ?? ''] : []), fact.value].map(inline);
    return `| ${cells.join(' | ')} ${sourceComment(sourceOf(fact, context.path))} |`;
  });
  const head = named
    ? ['| Metric | Dataset | Value |', '|---|---|---|']
    : ['| Metric | Value |', '|---|---|'];
  const source = [...new Set(facts.map(each => relativePath(folderOf(context.path), each.path)))].join(', ');
  const open = facts.filter(each => each.on === null).map(each => inline(each.of ?? ''));
  return [
    { text: [...head, ...rows].join('\n'), source, answers: true },
    ...(open.length === 0
      ? []
      : [hint(`no file says on which data ${[...new Set(open)].join(', ')} was measured`, source)]),
  ];
}

function table(
  topic: 'split' | 'field',
  head: readonly string[],
  all: readonly SourcedFact[],
  { path }: ScaffoldContext,
): KnownFact[] {
  const facts = all.filter(
    (fact, index) =>
      fact.topic === topic && all.findIndex(each => each.topic === topic && each.of === fact.of) === index,
  );
  if (facts.length === 0) return [];
  const rows = facts.map(
    fact => `| ${inline(fact.of ?? '')} | ${inline(fact.value)} ${sourceComment(sourceOf(fact, path))} |`,
  );
  const text = [`| ${head.join(' | ')} |`, `|${head.map(() => '---|').join('')}`, ...rows].join('\n');
  return [{ text, source: topic, answers: true }];
}

/** The licence file, where no other file names the licence. */
function licenseLine(
  key: string,
  facts: readonly SourcedFact[],
  { path, kind, graph }: ScaffoldContext,
): KnownFact[] {
  if (key !== 'model-card/license' && key !== 'dataset-card/licensing') return [];
  const file = licenseNear(path, kind, graph);
  if (file === undefined) return [];
  const source = relativePath(folderOf(path), file.path);
  const stated = facts.find(each => each.topic === 'license');
  if (stated === undefined)
    return [labelled('License', file.data.spdx, source, ['licence', 'model license'])];
  return sameValue(stated.value, file.data.spdx) ? [] : [hint(`License: ${file.data.spdx}`, source)];
}

function gitFacts(key: string, { git }: ScaffoldContext): KnownFact[] {
  if (git === undefined) return [];
  const facts: KnownFact[] = [];
  if (key === 'model-card/versioning' && git.tag !== undefined)
    facts.push(labelled('Version', inline(git.tag), 'git: the tag of the commit', ['model version']));
  if (key === 'model-card/versioning' && git.commit !== undefined)
    facts.push(hint(`Commit when this card was started: ${git.commit}`, 'git'));
  if (key === 'model-card/model-details' && git.origin !== undefined)
    facts.push(
      labelled('Repository', inline(git.origin), 'git: the address of origin', ['source code', 'code']),
    );
  return facts;
}

function owners(key: string, { graph }: ScaffoldContext): KnownFact[] {
  if (key !== 'model-card/contact' && key !== 'dataset-card/contact') return [];
  const people = graph.codeOwners;
  return people.length === 0 || people.length > 10
    ? []
    : [hint(`Owners of the code: ${people.map(inline).join(', ')}`, 'CODEOWNERS')];
}
