import { type SectionedModel, systemAt } from '../../model/sectioned.ts';
import { readAssessment } from '../assessment/read.ts';
import type { Session } from '../session.ts';
import { type FilledForm, fillForm } from './fill.ts';

/** A filled form with the assessed system. */
export interface SessionForm extends FilledForm {
  readonly system: string | undefined;
}

/** An impact assessment of the session as a form; undefined where either is not known. Pure. */
export function formOf(session: Session, path: string, form: string): SessionForm | undefined {
  const known = session.library.form(form);
  const document = session.document(path);
  const model = document?.model;
  if (known === undefined || document === undefined || !isAssessment(model)) return undefined;
  const vocabulary = session.library.vocabulary('impact-assessment');
  const own = session.scopeOf(path).headings;
  const assessment = readAssessment(model, document.source.text, vocabulary, own);
  const named = systemAt(model.metadata)?.value.value;
  const mapping = session.graph(new Set()).mappingOf(path, named)?.data.system ?? undefined;
  return { ...fillForm(known, assessment, vocabulary), system: named ?? mapping };
}

function isAssessment(model: unknown): model is SectionedModel {
  return typeof model === 'object' && model !== null && 'kind' in model && model.kind === 'impact-assessment';
}
