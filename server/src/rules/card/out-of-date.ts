import { type SectionedModel, textsAt } from '../../model/sectioned.ts';
import { sourcedIn } from '../../model/sourced.ts';
import { at, type Span } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { folderOf, resolvePath } from '../../workspace/paths.ts';
import { inline } from '../../workspace/scaffold/known.ts';
import { type SourcedFact, sameValue } from '../../workspace/scaffold/repository/sources.ts';
import { isPlainSafe, scalarText } from '../../workspace/scaffold/yaml-scalar.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';

/** A value of a card that a file of the repository says otherwise by now. */
export const outOfDate = defineRule({
  id: 'card/out-of-date',
  kinds: ['model-card', 'dataset-card'],
  reads: 'workspace',
  severity: 'warning',
  since: '0.1.0',
  summary: 'A card states a value that the file it was taken from says otherwise by now.',
  why: 'ISO/IEC 42001 A.6.2.7 asks for technical documentation of the system as it is, and clause 7.5.3 for documented information that is kept up to date.',
  clauses: ['iso-42001:A.6.2.7', 'iso-42001:7.5.3'],
  bad: [
    `//- MODEL_CARD.md
---
clausewright: model-card/1
---
# Letter routing

- **Learning rate:** ⟦5e-05⟧ <!-- from training_args.json: learning_rate -->
- **Epochs:** 3 <!-- from training_args.json: num_train_epochs -->
//- training_args.json
{ "learning_rate": 2e-05, "num_train_epochs": 3 }
//- clausewright.yaml
rules: { card: off, card/out-of-date: warning }
`,
    `//- MODEL_CARD.md
---
base_model: ⟦distilbert/distilbert-base-cased⟧ # from adapter_config.json: base_model_name_or_path
---
# Letter routing
//- adapter_config.json
{ "peft_type": "LORA", "base_model_name_or_path": "distilbert/distilbert-base-german-cased" }
//- clausewright.yaml
rules: { card: off, card/out-of-date: warning }
`,
  ],
  good: [
    `//- MODEL_CARD.md
---
base_model: distilbert/distilbert-base-german-cased # from adapter_config.json: base_model_name_or_path
---
# Letter routing

- **Learning rate:** 0.00002 (after a search) <!-- from training_args.json: learning_rate -->
- **Batch size:** 12
//- training_args.json
{ "learning_rate": 2e-05, "per_device_train_batch_size": 16 }
//- adapter_config.json
{ "peft_type": "LORA", "base_model_name_or_path": "distilbert/distilbert-base-german-cased" }
//- clausewright.yaml
rules: { card: off, card/out-of-date: warning }
`,
  ],
  check(model, context) {
    for (const { start, value: section } of model.body?.sections ?? []) {
      for (const each of section.derive(sourcedIn)) {
        const fact = contradicted(factsFor(each.file, each.pointer, context), ({ value }) =>
          says(each.value, value),
        );
        if (fact !== undefined) tell(at(start, each), each.value, fact, inline(fact.value), context);
      }
    }
    checkFrontMatter(model, context);
  },
});

/** The facts that a comment names; none where the file no longer has any. */
function factsFor(
  written: string,
  pointer: string,
  { document, graph, root }: WorkspaceContext,
): readonly SourcedFact[] {
  const path = resolvePath(folderOf(document.path), written, root);
  const facts = path === undefined ? [] : (graph.repositoryFile(path)?.facts ?? []);
  return facts.flatMap(fact => (fact.pointer === pointer && path !== undefined ? [{ ...fact, path }] : []));
}

/** The fact that a value contradicts. Where several values stand at one place, nobody can tell which was meant. */
function contradicted(
  facts: readonly SourcedFact[],
  agrees: (fact: SourcedFact) => boolean,
): SourcedFact | undefined {
  const [first] = facts;
  const alike = facts.every(each => first !== undefined && sameValue(each.value, first.value));
  return alike && !facts.some(agrees) ? first : undefined;
}

/** Whether a written value says what a file says: as a whole, or as one of its words beside the author's own. */
function says(written: string, value: string): boolean {
  const plain = written.replace(/\\([<|])/g, '$1').replace(/`/g, '');
  if (sameValue(plain, value) || plain.toLowerCase().includes(value.toLowerCase())) return true;
  return plain.split(/[\s,;()[\]]+/).some(word => word !== '' && sameValue(word, value));
}

function tell(span: Span, written: string, fact: SourcedFact, text: string, context: WorkspaceContext): void {
  const { document } = context;
  context.report({
    at: span,
    what: `The card says "${written}", and ${fact.path} says "${fact.value}" (${fact.pointer})`,
    why: 'Documentation describes the system as it is, and is kept up to date (ISO/IEC 42001 A.6.2.7 and clause 7.5.3)',
    next: 'Update the card, or remove the comment behind the value if it no longer comes from that file',
    controls: ['iso-42001:A.6.2.7'],
    related: [
      { path: fact.path, span: { start: fact.from, end: fact.to }, message: `"${fact.value}" stands here` },
    ],
    fixes: [
      {
        title: `Update it to "${fact.value}"`,
        kind: 'assist',
        change: () => [editFile(document.path, { span, text })],
      },
    ],
  });
}

const LINE = /^([A-Za-z][\w-]*):.*# from ([^:]+): (.+)$/;

/** Keys with `# from file: pointer` behind their value. */
function checkFrontMatter(model: SectionedModel, context: WorkspaceContext): void {
  if (model.frontMatter?.state !== 'closed') return;
  const { start, end } = model.frontMatter.content;
  const text = context.document.source.text.slice(start, Math.min(end, start + 20_000));
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [, key = '', file = '', pointer = ''] = LINE.exec(line.slice(0, 500)) ?? [];
    const facts = factsFor(file.trim(), pointer.trim(), context);
    const values = facts.length === 0 ? [] : textsAt(model.metadata, key);
    const [only] = values;
    if (only === undefined || values.length > 1) continue;
    const { value } = only.value;
    const fact = contradicted(facts, each => says(value, each.value) || says(each.value, value));
    if (fact === undefined) continue;
    const plain = key === 'license' ? fact.value.toLowerCase() : fact.value;
    const written = isPlainSafe(plain, false) ? plain : scalarText(plain, 'double', false);
    tell(at(only.start, only.value), value, fact, written, context);
  }
}
