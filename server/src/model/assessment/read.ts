import type { SectionedModel } from '../sectioned.ts';
import type { Concepts } from './concepts.ts';
import { assessmentOfMarkdown } from './markdown.ts';
import type { Assessment } from './types.ts';
import { assessmentOfYaml } from './yaml.ts';

/** Reads an assessment from either writing. `text` is the whole file's. Total: what is not understood stays text. */
export function assessmentOf(model: SectionedModel, text: string, concepts: Concepts): Assessment {
  return model.form === 'yaml'
    ? assessmentOfYaml(model, concepts)
    : assessmentOfMarkdown(model, text, concepts);
}
