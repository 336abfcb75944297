import { spokenText } from '../../model/assessment/spoken.ts';
import { THREATS, threatsMissing } from '../../model/assessment/threats.ts';
import type { Assessment } from '../../model/assessment/types.ts';
import { systemAt } from '../../model/sectioned.ts';
import { defineRule, type WorkspaceContext } from '../define.ts';
import { assessmentIn, says } from './read.ts';
import { statusOf } from './status.ts';

/** Threats that a model of this kind has, and that its assessment is silent on. */
export const threatNotConsidered = defineRule({
  id: 'assessment/threat-not-considered',
  kinds: ['impact-assessment'],
  reads: 'workspace',
  severity: 'hint',
  since: '0.1.0',
  summary:
    'The section on failures and misuse is silent on threats that models of this kind have (data poisoning, inversion and extraction, adversarial examples, prompt injection, supply chain, excessive agency). The kind is taken from the assessment or from `modelType` in the mapping.',
  why: 'ISO/IEC 42001 A.9.4 and A.5.2 ask for foreseeable misuse to be looked at; which threats there are depends on the kind of model.',
  clauses: ['iso-42001:A.5.2', 'iso-42001:A.9.4', 'iso-42005:6.8'],
  sources: [
    'MITRE ATLAS 5.6.0',
    'OWASP GenAI LLM Top 10 2026',
    'OWASP Machine Learning Security Top 10 2023',
  ],
  bad: [
    `//- impact-assessment.md
---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment

## Algorithm and model

- **Kind of model:** predictive

## ⟦Failures and foreseeable misuse⟧

Applicants may guess which inputs raise a score, as with any adversarial example.

<!-- Known: threats that a predictive model may meet: data poisoning (AML.T0020); supply chain (AML.T0010) -->
`,
    `//- impact-assessment.yaml
clausewright: impact-assessment/1
system: scoring
status: draft
algorithm_and_model:
  model_type: generative
# Known: threats that a generative model may meet: prompt injection (AML.T0051)
⟦failures_and_misuse⟧:
  - failure: training data that somebody has poisoned
    kind: threat
    threats: [AML.T0020]
`,
  ],
  good: [
    `//- impact-assessment.md
---
clausewright: impact-assessment/1
system: scoring
status: draft
---
# Impact assessment

## Algorithm and model

- **Kind of model:** predictive

## Failures and foreseeable misuse

| Failure | Kind | Threats |
|---|---|---|
| poisoned repayments | threat | AML.T0020 |
| guessed inputs | threat | AML.T0043 |
| a scorer rebuilt from its answers | threat | ML05:2023 |
| a tampered library | threat | AML.T0010 |
`,
  ],
  check(model, context) {
    const assessment = context.derive(assessmentIn);
    const section = assessment?.sections.get('failures-and-misuse');
    if (assessment === undefined || section === undefined || statusOf(model) === 'retired') return;
    if (!says(section.text) && assessment.records.failures.length === 0) return;
    const types = modelTypes(assessment, systemAt(model.metadata)?.value.value, context);
    const missing = threatsMissing(types, spokenText(assessment));
    // Where nobody has looked at any of them, threats are assessed elsewhere, if at all.
    const asked = THREATS.filter(each => each.modelTypes.some(type => types.includes(type)));
    const none = missing.length === asked.length && assessment.records.failures.length === 0;
    if (missing.length === 0 || none) return;
    const names = missing.map(({ name, ids }) => `${name} (${ids.slice(0, 2).join(', ')})`);
    context.report({
      at: section.heading,
      what: `Nothing is said of ${names.join('; ')}, as ${types.join(' and ')} models may meet`,
      why: 'Foreseeable misuse and attacks belong to the effects that are assessed (ISO/IEC 42001 A.5.2 and A.9.4)',
      next: 'Look at each, and write down also why one does not apply',
      controls: ['iso-42001:A.5.2'],
    });
  },
});

/** Kinds of model by the assessment's own word, else by the mapping's. */
function modelTypes(
  { labels }: Assessment,
  system: string | undefined,
  { graph, document }: WorkspaceContext,
): readonly string[] {
  const own = labels['algorithm-and-model'].model_type.map(each => each.value.toLowerCase());
  const known = new Set(THREATS.flatMap(each => each.modelTypes));
  const named = own.filter(each => known.has(each));
  if (named.length > 0) return named;
  const type = graph.mappingOf(document.path, system)?.data.modelType ?? undefined;
  return type !== undefined && known.has(type) ? [type] : [];
}
