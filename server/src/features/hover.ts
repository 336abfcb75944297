import type { DataPart } from '../model/data-card.ts';
import type { ParsedDocument } from '../model/document.ts';
import { at, type Span, touches } from '../text/span.ts';
import { conceptOfKey } from '../workspace/concepts.ts';
import type { RuleInfo } from '../workspace/finding.ts';
import type { Session } from '../workspace/session.ts';
import { isForeignCard } from './card-format.ts';
import { contextOf, type FeatureContext } from './context.ts';
import { choiceText, formMarkdown, questionMarkdown } from './forms.ts';
import { controlMarkdown } from './hover/control.ts';
import { keyMarkdown, valueMarkdown } from './hover/format.ts';
import { frameworkMarkdown } from './hover/framework.ts';
import { conceptMarkdown, headingMarkdown } from './hover/heading.ts';
import { riskMatrixMarkdown } from './hover/risk-matrix.ts';
import { groupMarkdown, ruleMarkdown } from './hover/rule.ts';
import { evidenceMarkdown, linkMarkdown } from './hover/target.ts';
import { workspaceMarkdown } from './hover/workspace.ts';
import { directiveAt } from './locate/directive.ts';
import { placeAt } from './locate/locate.ts';
import { matches } from './locate/path.ts';
import { type ReferencePlace, referenceAt } from './locate/reference.ts';
import type { YamlPlace } from './locate/yaml.ts';
import { blocks, code, escaped } from './markdown.ts';
import { type KnownSystem, systemOfMapping } from './scope-words.ts';

/** What a hover shows. */
export interface Hover {
  /** The text that it is about; UTF-16 code units of the file. */
  readonly span: Span;
  /** Markdown with link tokens; see markdown.ts. */
  readonly markdown: string;
}

/**
 * The explanation of what stands at an offset (0-based UTF-16 code units) of a document: a control or clause id with
 * this workspace's evidence for it, a key or value of our formats, evidence and links, a section's heading, a rule.
 * Undefined where nothing needs explaining and for files of no kind. `rules` are those that can be named.
 */
export function hover(
  session: Session,
  path: string,
  offset: number,
  rules: readonly RuleInfo[] = [],
): Hover | undefined {
  const context = contextOf(session, path);
  if (context === undefined) return undefined;
  const { document } = context;
  const part = partAt(document, offset);
  if (part !== undefined) {
    const concept = context.library.vocabulary('model-card').concept(part.concept);
    return concept === undefined
      ? undefined
      : { span: at(part.pair.start, part.pair.value.key), markdown: conceptMarkdown(context, concept) };
  }
  const directive = directiveAt(document.source, offset);
  if (directive?.part === 'rule') return shown(directive.span, namedRule(context, directive.word, rules));
  const place = placeAt(document, offset);
  const reference = referenceAt(context, offset, place);
  if (reference !== undefined)
    return { span: reference.span, markdown: referenceMarkdown(context, reference) };
  if (place === undefined) return undefined;
  if (place.area === 'yaml') return yamlHover(context, place, offset, rules);
  if (place.link !== undefined) {
    const link = shown(place.link.span, linkMarkdown(context, place.link.target));
    if (link !== undefined) return link;
  }
  return place.onHeading && place.section !== undefined
    ? shown(place.section.heading, headingMarkdown(context, place.section))
    : undefined;
}

function shown(span: Span, markdown: string | undefined): Hover | undefined {
  return markdown === undefined ? undefined : { span, markdown };
}

function referenceMarkdown(context: FeatureContext, { catalog, item, written }: ReferencePlace): string {
  if (item !== undefined)
    return controlMarkdown(
      context.library,
      { catalog, item },
      workspaceMarkdown(context, { catalog, item }),
      systemOf(context),
    );
  const near = catalog.nearest(written);
  return blocks(
    `**${escaped(catalog.data.name)}** has no item ${code(written)}.`,
    near === undefined ? undefined : `The nearest id is ${code(near.id)} ${escaped(near.title)}.`,
  );
}

/** The system that the document belongs to, as its mapping describes it. */
function systemOf({ document, graph, system }: FeatureContext): KnownSystem | undefined {
  const { path, kind } = document;
  const mapping = kind === 'control-mapping' ? path : graph.mappingOf(path, system)?.path;
  return systemOfMapping(graph, mapping);
}

function yamlHover(
  context: FeatureContext,
  place: YamlPlace,
  offset: number,
  rules: readonly RuleInfo[],
): Hover | undefined {
  if (!place.touching || place.role === 'gap' || place.role === 'comment') return undefined;
  const { document } = context;
  if (isForeignCard(document)) return undefined;
  const evidence = place.role === 'value' ? evidenceMarkdown(context, offset) : undefined;
  if (evidence !== undefined) return evidence;
  const named = namedIn(context, place, rules);
  if (named !== undefined) return { span: place.span, markdown: named };
  if (place.role === 'key')
    return shown(
      place.span,
      keyMarkdown(context.library.cards, document.kind, place) ?? conceptKey(context, place),
    );
  return shown(place.span, valueMarkdown(context.library.cards, document.kind, place));
}

/** Names that point at something of ours: a framework, a rule, a concept. */
function namedIn(context: FeatureContext, place: YamlPlace, rules: readonly RuleInfo[]): string | undefined {
  const { path, role, text } = place;
  const isFramework =
    role === 'value'
      ? matches(path, 'framework') || matches(path, 'frameworks') || matches(path, 'frameworks', '*')
      : matches(path, 'needed', '*');
  if (isFramework) return frameworkMarkdown(context, text);
  if (context.document.kind === 'impact-assessment' && path[0] === 'forms') return formIn(context, place);
  if (context.document.kind !== 'config') return undefined;
  if (role === 'key' && matches(path, 'rules', '*')) return namedRule(context, text, rules);
  if (role === 'value' && matches(path, 'suppressions', 'forbid', '*'))
    return namedRule(context, text, rules);
  if (role === 'key' && matches(path, 'headings', '*')) {
    const concept = (['model-card', 'dataset-card', 'impact-assessment'] as const)
      .map(kind => context.library.vocabulary(kind).concept(text))
      .find(each => each !== undefined);
    return concept === undefined ? undefined : conceptMarkdown(context, concept);
  }
  return undefined;
}

/** What stands under `forms:` of an assessment: a form, a question, a choice. */
function formIn({ library }: FeatureContext, { path, role, text }: YamlPlace): string | undefined {
  const [, form, question] = path;
  if (typeof form !== 'string') return undefined;
  if (typeof question !== 'string') return role === 'key' ? formMarkdown(form, library) : undefined;
  const choice = library
    .form(form)
    ?.question(question)
    ?.choices?.find(each => each.id === text);
  const asked = questionMarkdown(form, question, library);
  return role === 'value' && choice !== undefined
    ? blocks(`**${escaped(choice.id)}** ${escaped(choiceText(choice))}`, asked)
    : asked;
}

function namedRule(context: FeatureContext, id: string, rules: readonly RuleInfo[]): string | undefined {
  const rule = rules.find(each => each.id === id);
  return rule === undefined ? groupMarkdown(id, rules) : ruleMarkdown(context, rule);
}

/** A key of an assessment in YAML that stands for a section. */
function conceptKey(context: FeatureContext, place: YamlPlace): string | undefined {
  const { document, library, scope } = context;
  if (document.model.kind !== 'impact-assessment' || document.model.form !== 'yaml') return undefined;
  const concept = conceptOfKey(place.text, library.vocabulary('impact-assessment'), scope.headings);
  return concept === undefined
    ? undefined
    : blocks(riskMatrixMarkdown(context, concept.id), conceptMarkdown(context, concept));
}

/** The field of a card in another format whose key stands at an offset. */
function partAt({ model }: ParsedDocument, offset: number): DataPart | undefined {
  const parts = 'data' in model ? model.data : undefined;
  return parts?.find(({ pair }) => touches(at(pair.start, pair.value.key), offset));
}
