import type { Catalog } from '../../catalog/catalog.ts';
import type { MappingModel } from '../../model/mapping.ts';
import { keyText } from '../../syntax/yaml/nodes.ts';
import { lineBreakOf } from '../../text/eol.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import type { RuleContext } from '../define.ts';
import { listed, nameOfFramework } from '../wording.ts';

const MOST_NAMED = 8;

/**
 * Bare ids that two frameworks of a mapping have, where neither it nor a configuration says whose ids bare ones are.
 * One finding: what is missing is one line.
 */
export function sharedIds(mapping: MappingModel, { document, library, scope, report }: RuleContext): void {
  const [place] = mapping.frameworks;
  if (place === undefined || mapping.framework !== undefined || scope.frameworkGiven) return;
  const named = mapping.frameworks.flatMap(each => library.catalog(each.value.value) ?? []);
  if (named.length < 2) return;
  const shared: string[] = [];
  const meant = new Set<Catalog>();
  for (const { value } of mapping.entries) {
    const id = value.id?.value;
    if (id === undefined || value.faulty || library.nameIn(id.trim()) !== undefined) continue;
    const having = named.filter(catalog => {
      const item = catalog.find(id);
      return item !== undefined && catalog.isControl(item);
    });
    if (having.length < 2) continue;
    shared.push(id);
    for (const catalog of having) meant.add(catalog);
  }
  if (shared.length === 0) return;
  const frameworks = [...meant];
  const taken = library.catalog(scope.framework);
  report({
    at: at(place.start, place.value),
    what: `${listed(shared, MOST_NAMED)} ${shared.length === 1 ? 'is a control' : 'are controls'} of ${frameworks.map(nameOfFramework).join(' and of ')}, and the mapping does not say whose bare ids it means`,
    why: `The same id names different controls (ISO/IEC 42001 clause 7.5.2); they are read as those of ${taken === undefined ? scope.framework : nameOfFramework(taken)}`,
    next: 'Add "framework:" for bare ids, or write the framework in front of each, such as iso-27001:A.5.2',
    fixes: frameworks.map(catalog => ({
      title: `Say that bare ids are those of ${nameOfFramework(catalog)}`,
      kind: 'assist' as const,
      change: () => {
        const part = mapping.tree.parts.find(({ unit: { node } }) => {
          const key = node.kind === 'map' ? node.pairs[0]?.key : undefined;
          return key !== undefined && keyText(key) === 'frameworks';
        });
        if (part === undefined) return [];
        const { text } = document.source;
        const span = { start: part.span.start, end: part.span.start };
        return [editFile(document.path, { span, text: `framework: ${catalog.id}${lineBreakOf(text)}` })];
      },
    })),
  });
}
