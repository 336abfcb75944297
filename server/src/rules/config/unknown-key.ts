import { type FormatSchema, formatAt } from '../../catalog/format.ts';
import { nearestWord } from '../../catalog/nearest.ts';
import { FORMATS } from '../../generated/formats.ts';
import { validateConfig } from '../../generated/validators.js';
import { keyText, valueAt, type YamlMap, type YamlNode } from '../../syntax/yaml/nodes.ts';
import { enumeration } from '../../text/enumeration.ts';
import { at } from '../../text/span.ts';
import { editFile } from '../../workspace/change.ts';
import { replaceScalar } from '../../workspace/scaffold/replace-scalar.ts';
import { defineRule, type Rule, type RuleContext } from '../define.ts';
import { nodeAt, plainValue } from '../plain-value.ts';
import { quoted } from '../wording.ts';
import { CONFIG_WHY, conceptIds, isNeededKey, type KnownRules, ruleNames } from './names.ts';
import { soundPairs } from './sound-pairs.ts';

type Context = RuleContext<Record<never, never>>;

/** More names than this are no help in a message. */
const MOST_NAMES = 16;

/** A key of the configuration that nothing reads. `rules` are those that `rules:` can name. */
export function unknownKey(rules: KnownRules): Rule {
  return defineRule({
    id: 'config/unknown-key',
    kinds: ['config'],
    reads: 'document',
    severity: 'error',
    since: '0.1.0',
    summary: 'A key of clausewright.yaml, or a rule, concept or control that it names, does not exist.',
    why: 'ISO/IEC 42001 clause 9.1 asks you to determine what is monitored; a setting that nothing reads leaves it as it was.',
    clauses: ['iso-42001:9.1'],
    bad: [
      `⟦framwork⟧: iso-42001
rules:
  ⟦mapping/missing-evidnce⟧: error
  mapping/missing-owner: { ⟦levl⟧: hint }
headings:
  ⟦training-dat⟧: [Corpus]
`,
    ],
    good: [
      `framework: iso-42001
rules:
  mapping: error
  mapping/missing-owner: { severity: hint }
headings:
  training-data: [Corpus]
needed:
  iso-42001:A.6.2.4: reviewed
`,
    ],
    check(model, context) {
      const pairs = soundPairs(model.tree);
      const top = new Set(pairs.flatMap(({ value }) => keyText(value.key) ?? []));
      for (const { start, value } of pairs) {
        const alone: YamlMap = { kind: 'map', flow: false, pairs: [value], from: value.from, to: value.to };
        for (const each of unknownIn(alone))
          tell(start, each.holder === alone ? { ...each, taken: top } : each, context);
        const name = keyText(value.key);
        const wrong =
          name === 'rules'
            ? [...notAmong(value.value, ruleNames(rules)), ...unknownOptions(value.value, rules)]
            : name === 'headings'
              ? notAmong(value.value, conceptIds(context.library))
              : name === 'needed'
                ? unknownNeeded(value.value, context)
                : [];
        for (const each of wrong) tell(start, each, context);
      }
    },
  });
}

interface Unknown {
  /** The map that holds the key. */
  readonly holder: YamlNode;
  readonly node: YamlNode;
  readonly written: string;
  readonly known: readonly string[];
  /** Names that stand beside it, so that they are not meant by it. */
  readonly taken: ReadonlySet<string>;
}

/** Keys that the schema leaves no room for. */
function unknownIn(root: YamlMap): Unknown[] {
  if (validateConfig(plainValue(root, false))) return [];
  return (validateConfig.errors ?? []).flatMap((error): Unknown[] => {
    if (error.keyword !== 'additionalProperties') return [];
    const params: Readonly<Record<string, unknown>> = error.params;
    const written = String(params['additionalProperty']);
    const holder = nodeAt(root, error.instancePath)?.node;
    const key =
      holder?.kind === 'map' ? holder.pairs.find(pair => keyText(pair.key) === written)?.key : undefined;
    if (holder === undefined || key === undefined) return [];
    const taken = new Set(keysOf(holder).map(each => each.written));
    return [{ holder, node: key, written, known: knownAt(error.instancePath), taken }];
  });
}

function knownAt(pointer: string): string[] {
  const root = FORMATS['config'];
  if (root === undefined) return [];
  const path = pointer
    .split('/')
    .slice(1)
    .map(token => (/^\d+$/.test(token) ? Number(token) : token.replaceAll('~1', '/').replaceAll('~0', '~')));
  const here: FormatSchema | undefined = formatAt(root, path);
  return Object.keys(
    here?.properties ?? here?.anyOf?.find(each => each.properties !== undefined)?.properties ?? {},
  );
}

function keysOf(node: YamlNode): { node: YamlNode; written: string }[] {
  if (node.kind !== 'map') return [];
  return node.pairs.flatMap(({ key }) => {
    const written = keyText(key);
    return written === undefined ? [] : [{ node: key, written }];
  });
}

/** The keys of a map that are not among the known ones. */
function notAmong(holder: YamlNode, known: readonly string[]): Unknown[] {
  const keys = keysOf(holder);
  const taken = new Set(keys.map(each => each.written));
  return keys.flatMap(each => (known.includes(each.written) ? [] : [{ ...each, holder, known, taken }]));
}

/** Options that their rule does not have. */
function unknownOptions(node: YamlNode, rules: KnownRules): Unknown[] {
  return rules().flatMap(rule => {
    const options = valueAt(valueAt(node, rule.id), 'options');
    return options === undefined ? [] : notAmong(options, Object.keys(rule.options));
  });
}

function unknownNeeded(node: YamlNode, { library }: Context): Unknown[] {
  const ids = library.heads.map(head => head.id);
  return notAmong(node, ids).filter(each => !isNeededKey(each.written, library));
}

function tell(start: number, { node: key, written, known, taken }: Unknown, context: Context): void {
  const near = nearestWord(
    written,
    known.filter(each => !taken.has(each)),
  )?.word;
  const span = at(start, key);
  const { path, source } = context.document;
  context.report({
    at: span,
    what: `${quoted(written)} is not known here`,
    why: CONFIG_WHY,
    next:
      near !== undefined
        ? `Did you mean "${near}"?`
        : known.length === 0
          ? 'Take it away: nothing can be set here'
          : known.length > MOST_NAMES
            ? 'Correct the name, or take it away'
            : `Use ${enumeration(known, 'or')}`,
    fixes:
      near === undefined
        ? []
        : [
            {
              title: `Change to ${near}`,
              kind: 'safe',
              change: () => [editFile(path, replaceScalar(source.text, span, near))],
            },
          ],
  });
}
