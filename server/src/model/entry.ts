import type { YamlNode, YamlPair } from '../syntax/yaml/nodes.ts';
import type { Local } from '../text/span.ts';
import { type Field, fieldsOf, flagField, textField, textOf, textsField } from './field.ts';

/** A sign-off of one piece of evidence. */
export interface SignOff extends Local {
  readonly by: Field<string> | undefined;
  readonly on: Field<string> | undefined;
  readonly digest: Field<string> | undefined;
}

/** What an entry points at: `path`, `path#section`, a folder, a glob, a URL or a ticket. */
export interface EvidenceRef extends Local {
  readonly target: Field<string>;
  readonly type: Field<string> | undefined;
  readonly reviewed: SignOff | undefined;
  readonly expires: Field<string> | undefined;
  /** Fields by name; empty when the evidence is written as one text. */
  readonly fields: ReadonlyMap<string, YamlPair>;
  /** The value as it stands: a text or a map. */
  readonly node: YamlNode;
}

/** One control of a mapping. Its span reaches from its first key or id to its last value. */
export interface Entry extends Local {
  readonly id: Field<string> | undefined;
  readonly status: Field<string> | undefined;
  readonly owner: Field<string> | undefined;
  readonly applicable: Field<boolean> | undefined;
  readonly justification: Field<string> | undefined;
  readonly until: Field<string> | undefined;
  readonly evidence: readonly EvidenceRef[];
  /** The `evidence` pair, also when nothing stands behind it. */
  readonly evidencePair: YamlPair | undefined;
  readonly satisfies: readonly Field<string>[];
  readonly fields: ReadonlyMap<string, YamlPair>;
  /** The entry's value: a map, or whatever stands in its place. */
  readonly node: YamlNode;
  /** Whether `controls` is a map, so that the id is the entry's key. */
  readonly keyed: boolean;
  /** Whether the syntax is at fault or an alias stands in for text, so that what is absent may only be unread. */
  readonly faulty: boolean;
}

/** Reads an entry: `key` is its id where `controls` is a map. */
export function entryOf(key: YamlNode | undefined, node: YamlNode, faulty: boolean): Entry {
  const fields = fieldsOf(node);
  const evidence = fields.get('evidence');
  const id =
    key === undefined
      ? (textField(fields.get('id')) ?? (node.kind === 'scalar' ? textOf(node) : undefined))
      : textOf(key);
  return {
    from: key?.from ?? node.from,
    to: Math.max(key?.to ?? 0, node.to),
    id,
    status: textField(fields.get('status')),
    owner: textField(fields.get('owner')),
    applicable: flagField(fields.get('applicable')),
    justification: textField(fields.get('justification')),
    until: textField(fields.get('until')),
    evidence: evidence === undefined ? [] : evidenceOf(evidence.value),
    evidencePair: evidence,
    satisfies: textsField(fields.get('satisfies')),
    fields,
    node,
    keyed: key !== undefined,
    faulty: faulty || node.kind === 'alias' || fields.has('<<'),
  };
}

function evidenceOf(node: YamlNode): EvidenceRef[] {
  const items = node.kind === 'seq' ? node.items : [node];
  return items.flatMap(item => {
    const bare = textOf(item);
    if (bare !== undefined) return [{ ...BARE, target: bare, node: item, from: item.from, to: item.to }];
    const fields = fieldsOf(item);
    const target = textField(fields.get('path') ?? fields.get('url') ?? fields.get('ticket'));
    if (target === undefined) return [];
    const type = textField(fields.get('kind'));
    const reviewed = signOffOf(fields.get('reviewed'));
    return [
      {
        target,
        type,
        reviewed,
        expires: textField(fields.get('expires')),
        fields,
        node: item,
        from: item.from,
        to: item.to,
      },
    ];
  });
}

const BARE = {
  type: undefined,
  reviewed: undefined,
  expires: undefined,
  fields: new Map<string, YamlPair>(),
};

function signOffOf(pair: YamlPair | undefined): SignOff | undefined {
  if (pair?.value.kind !== 'map') return undefined;
  const fields = fieldsOf(pair.value);
  return {
    from: pair.value.from,
    to: pair.value.to,
    by: textField(fields.get('by')),
    on: textField(fields.get('on')),
    digest: textField(fields.get('digest')),
  };
}
