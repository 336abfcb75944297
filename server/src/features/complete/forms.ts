import { askedQuestions } from '../../catalog/forms/asked.ts';
import type { FormQuestion } from '../../catalog/forms/form.ts';
import { choicesOf, givenForms } from '../../model/forms/given.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import type { FeatureContext } from '../context.ts';
import { choiceText, formMarkdown, questionMarkdown } from '../forms.ts';
import type { YamlPlace } from '../locate/yaml.ts';
import { escaped } from '../markdown.ts';
import { type Completion, rank, snippetText } from './item.ts';
import { keyText, type Slot } from './slot.ts';

/** What can stand under `forms:` of an assessment: forms, their questions and the choices of these. */
export function formCompletions(
  context: FeatureContext,
  model: SectionedModel,
  place: YamlPlace,
  slot: Slot,
): Completion[] | undefined {
  const { path, role } = place;
  if (path[0] !== 'forms') return undefined;
  const owner = role === 'key' ? path.slice(0, -1) : path;
  const [, form, question] = owner;
  if (role !== 'value' && owner.length === 1) return forms(context, place, slot);
  if (typeof form !== 'string') return [];
  if (role !== 'value' && owner.length === 2) return questions(context, model, form, place, slot);
  if (typeof question !== 'string') return [];
  return choices(context, form, question, place, slot);
}

function forms({ library }: FeatureContext, place: YamlPlace, slot: Slot): Completion[] {
  return library.forms
    .filter(({ id }) => !place.siblings.has(id))
    .map(({ id, title, regime }, index) => ({
      label: id,
      kind: 'key' as const,
      detail: title,
      documentation: () => formMarkdown(id, library) ?? '',
      insert: keyed(id, place, `\n${' '.repeat(slot.indent + 2)}$0`, '{ $0 }'),
      snippet: true,
      span: slot.span,
      filterText: `${id} ${title} ${regime}`,
      sortText: rank(index),
      again: true,
    }));
}

/** The questions without an answer: those that are asked first, then those that another answer would bring up. */
function questions(
  { library }: FeatureContext,
  model: SectionedModel,
  id: string,
  place: YamlPlace,
  slot: Slot,
): Completion[] {
  const form = library.form(id);
  if (form === undefined) return [];
  const asked = new Set(
    askedQuestions(form.data, choicesOf(givenForms(model.metadata), id)).map(each => each.question.id),
  );
  return form.questions
    .filter(question => !place.siblings.has(question.id))
    .map((question, index) => ({
      label: question.id,
      kind: 'key' as const,
      detail: question.text,
      documentation: () => questionMarkdown(id, question.id, library) ?? '',
      insert: keyed(question.id, place, ` ${valuePlace(question)}`, valuePlace(question)),
      snippet: true,
      span: slot.span,
      filterText: `${question.id} ${question.text}`,
      sortText: `${asked.has(question.id) ? 'a' : 'b'}${rank(index)}`,
      ...(asked.has(question.id) ? {} : { used: true }),
      ...(question.choices === undefined ? {} : { again: true }),
    }));
}

function choices(
  { library }: FeatureContext,
  form: string,
  question: string,
  place: YamlPlace,
  slot: Slot,
): Completion[] {
  const found = library.form(form)?.question(question);
  const dash = place.role === 'gap' && !place.flow ? '- ' : '';
  return (found?.choices ?? []).map((choice, index) => ({
    label: choice.id,
    kind: 'value' as const,
    detail: choiceText(choice),
    documentation: () => escaped(choiceText(choice)),
    insert: snippetText(`${dash}${slot.scalar(choice.id)}`),
    snippet: true,
    span: slot.span,
    filterText: `${choice.id} ${choice.text}`,
    sortText: rank(index),
  }));
}

function valuePlace({ answer }: FormQuestion): string {
  return answer === 'choices' ? '[$0]' : '$0';
}

/** A key with the place behind it; one that has its colon keeps its value. */
function keyed(id: string, place: YamlPlace, block: string, flow: string): string {
  const name = snippetText(keyText(id, place.flow));
  if (place.role === 'key' && !place.open) return name;
  return place.flow ? `${name}: ${flow}` : `${name}:${block}`;
}
