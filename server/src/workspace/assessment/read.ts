import type { Vocabulary } from '../../catalog/vocabulary.ts';
import type { Concepts } from '../../model/assessment/concepts.ts';
import { assessmentOf } from '../../model/assessment/read.ts';
import type { Assessment } from '../../model/assessment/types.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { conceptOfKey } from '../concepts.ts';

/** What headings and keys stand for after a vocabulary; `own` adds an organisation's own headings. */
export function conceptsOf(vocabulary: Vocabulary, own?: ReadonlyMap<string, string>): Concepts {
  return {
    ofHeading: title => vocabulary.recognise(title, own)?.id,
    ofKey: key => conceptOfKey(key, vocabulary, own)?.id,
  };
}

/** The assessment that a document holds, in either writing. `text` is the whole file's. */
export function readAssessment(
  model: SectionedModel,
  text: string,
  vocabulary: Vocabulary,
  own?: ReadonlyMap<string, string>,
): Assessment {
  return assessmentOf(model, text, conceptsOf(vocabulary, own));
}
