import { FORMATS } from '../../generated/formats.ts';
import { METADATA_KEYS } from '../../model/assessment/shape.ts';
import { isPlaceholderValue, marksIn } from '../../model/placeholders.ts';
import { type SectionedModel, textAt } from '../../model/sectioned.ts';
import type { YamlMap, YamlNode } from '../../syntax/yaml/nodes.ts';
import { conceptOfKey } from '../../workspace/concepts.ts';
import type { RuleContext } from '../define.ts';
import { formatReport, keyFormatFaults, valueFormatFaults } from '../format-faults.ts';
import { knownKeys } from '../key-faults.ts';
import type { Validate } from '../value-faults.ts';

type Context = RuleContext<Record<never, never>>;

/**
 * Reports values of an assessment's or incident's metadata that its format does not allow, and misspelt keys. Only a
 * file that says `clausewright: <kind>/1` has taken on the format; of others only the dates that findings rest on are
 * looked at.
 */
export function checkMetadata(
  model: SectionedModel,
  context: Context,
  validate: Validate,
  dates: ReadonlySet<string>,
  why: string,
): void {
  const { kind, metadata, yaml } = model;
  const isOurs = textAt(metadata, 'clausewright')?.value.value.startsWith(`${kind}/`) === true;
  const faulty = new Set(
    (yaml?.parts ?? []).filter(each => each.unit.fault !== undefined).map(each => each.span.start),
  );
  const keys = knownKeys(FORMATS[kind]);
  const free = keys.filter(key => !metadata.has(key));
  for (const [key, { start, value: pair }] of metadata) {
    if (faulty.has(start) || isUnfilled(pair.value) || (!isOurs && !dates.has(key))) continue;
    const alone: YamlMap = { kind: 'map', flow: false, pairs: [pair], from: pair.from, to: pair.to };
    const isKnown = keys.includes(key) || METADATA_KEYS.has(key) || isSection(key, model, context);
    const faults = [
      ...(isKnown ? [] : keyFormatFaults(alone, free)),
      ...valueFormatFaults(validate, alone).filter(({ fix }) => !isSameWord(fix?.text, pair.value)),
    ];
    for (const fault of faults) context.report(formatReport(fault, start, why, context));
  }
}

/** In YAML a section is a key too. */
function isSection(key: string, { kind, form }: SectionedModel, { library, scope }: Context): boolean {
  return form === 'yaml' && conceptOfKey(key, library.vocabulary(kind), scope.headings) !== undefined;
}

/** A placeholder is a finding of its own. */
function isUnfilled(node: YamlNode): boolean {
  return (
    node.kind === 'scalar' &&
    typeof node.value === 'string' &&
    (isPlaceholderValue(node.value) || marksIn(node.value).length > 0)
  );
}

/** `In review` is read as `in-review`. */
function isSameWord(meant: string | undefined, node: YamlNode): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '-');
  return meant !== undefined && node.kind === 'scalar' && plain(meant) === plain(String(node.value));
}
