import { nearestWord } from '../../catalog/nearest.ts';
import { validateConfig } from '../../generated/validators.js';
import { textsField } from '../../model/field.ts';
import { keyText, pairOf, valueAt, type YamlMap, type YamlPair } from '../../syntax/yaml/nodes.ts';
import { at, type Placed } from '../../text/span.ts';
import { defineRule, type Rule, type RuleContext } from '../define.ts';
import { type FormatFault, formatReport, valueFormatFaults } from '../format-faults.ts';
import { nearestFramework } from '../mapping/foreign-id.ts';
import { plainValue } from '../plain-value.ts';
import { quoted } from '../wording.ts';
import { CONFIG_WHY, type KnownRules, ruleNames } from './names.ts';
import { soundPairs } from './sound-pairs.ts';

/** A value of the configuration that nothing can use. `rules` are those that `suppressions:` can name. */
export function invalidConfigValue(rules: KnownRules): Rule {
  return defineRule({
    id: 'config/invalid-value',
    kinds: ['config'],
    reads: 'document',
    severity: 'error',
    since: '0.1.0',
    summary: 'A value of clausewright.yaml is not one of those allowed, or has the wrong form.',
    why: 'ISO/IEC 42001 clause 9.1 asks you to determine what is monitored; a setting that cannot be read leaves it as it was.',
    clauses: ['iso-42001:9.1'],
    bad: [
      `framework: ⟦iso-4201⟧
rules:
  mapping/missing-owner: ⟦loud⟧
  mapping/missing-evidence: { severity: ⟦warn⟧ }
review:
  period: ⟦a year⟧
suppressions:
  forbid: [⟦evidence/missing-fil⟧]
`,
    ],
    good: [
      `framework: iso-42001
rules:
  mapping/missing-owner: hint
  mapping/missing-evidence: { severity: warning }
review:
  period: 180
suppressions:
  forbid: [evidence/missing-file, mapping]
`,
    ],
    check(model, context) {
      const { tree } = model;
      const first = tree.parts[0];
      if (
        (tree.shape === 'list' || tree.shape === 'other') &&
        first !== undefined &&
        tree.problems.length === 0
      ) {
        const { from, to } = first.unit.node;
        context.report({
          at: at(first.span.start, { from, to: Math.min(to, from + 1) }),
          what: 'This configuration holds no keys',
          why: CONFIG_WHY,
          next: 'Write keys with values, such as "framework: iso-42001"',
        });
        return;
      }
      for (const { start, value } of soundPairs(tree)) {
        const alone: YamlMap = { kind: 'map', flow: false, pairs: [value], from: value.from, to: value.to };
        const faults = [
          ...valueFormatFaults(validateConfig, alone, false),
          ...nameFaults(value, rules, context),
        ];
        for (const fault of faults) context.report(formatReport(fault, start, CONFIG_WHY, context));
        if (keyText(value.key) === 'rules') checkOptions({ start, value }, rules, context);
      }
    },
  });
}

/** Frameworks and rules that do not exist, where they stand as values. */
function nameFaults(
  pair: YamlPair,
  rules: KnownRules,
  { library }: RuleContext<Record<never, never>>,
): FormatFault[] {
  const key = keyText(pair.key);
  if (key === 'framework' || key === 'frameworks') {
    return textsField(pair).flatMap(field =>
      library.catalog(field.value) !== undefined
        ? []
        : [
            fault(
              field,
              `There is no catalog of the framework ${quoted(field.value)}`,
              nearestFramework(field.value, library),
            ),
          ],
    );
  }
  if (key !== 'suppressions') return [];
  const names = ruleNames(rules);
  return textsField(pairOf(pair.value, 'forbid')).flatMap(field =>
    names.includes(field.value)
      ? []
      : [fault(field, `There is no rule ${quoted(field.value)}`, nearestWord(field.value, names)?.word)],
  );
}

function fault(
  { from, to }: { from: number; to: number },
  what: string,
  near: string | undefined,
): FormatFault {
  return {
    from,
    to,
    what,
    next: near === undefined ? 'Correct the name, or take it away' : `Did you mean "${near}"?`,
    fix:
      near === undefined ? undefined : { from, to, title: `Change to ${near}`, text: near, verbatim: false },
  };
}

/** Options whose value is of another type than their default, which is then used. */
function checkOptions(
  pair: Placed<YamlPair>,
  rules: KnownRules,
  context: RuleContext<Record<never, never>>,
): void {
  for (const rule of rules()) {
    const options = valueAt(valueAt(pair.value.value, rule.id), 'options');
    for (const [name, option] of Object.entries(rule.options)) {
      const node = valueAt(options, name);
      const value = node === undefined ? undefined : plainValue(node, false);
      if (node === undefined || value === undefined) continue;
      const fits = Array.isArray(option.default)
        ? Array.isArray(value)
        : typeof value === typeof option.default;
      if (fits) continue;
      context.report({
        at: at(pair.start, node),
        what: `The option "${name}" of ${rule.id} cannot have this value`,
        why: CONFIG_WHY,
        next: `Write it like its default, ${JSON.stringify(option.default)}`,
      });
    }
  }
}
