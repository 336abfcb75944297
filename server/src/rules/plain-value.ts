import { keyText, type YamlNode } from '../syntax/yaml/nodes.ts';

/**
 * A node as data for a validator. What is left empty and what an alias stands for is left out: neither is a fault.
 * With `numbersAsText` a number is the text that was written, as most of our formats read it.
 */
export function plainValue(node: YamlNode, numbersAsText: boolean): unknown {
  switch (node.kind) {
    case 'alias':
      return undefined;
    case 'scalar':
      if (node.value === null) return undefined;
      return typeof node.value === 'number' && numbersAsText ? node.source : node.value;
    case 'seq':
      return node.items
        .map(item => plainValue(item, numbersAsText))
        .map(item => (item === undefined ? '' : item));
    case 'map':
      return Object.fromEntries(
        node.pairs.flatMap(({ key, value }) => {
          const name = keyText(key);
          const plain = plainValue(value, numbersAsText);
          return name === undefined || plain === undefined ? [] : [[name, plain]];
        }),
      );
  }
}

/** The node at a JSON pointer of {@link plainValue}'s data, with the key that leads to it. */
export function nodeAt(root: YamlNode, pointer: string): { node: YamlNode; key: string } | undefined {
  let node: YamlNode | undefined = root;
  let key = '';
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (node?.kind === 'map') {
      key = name;
      node = node.pairs.findLast(pair => keyText(pair.key) === name)?.value;
    } else node = node?.kind === 'seq' ? node.items[Number(name)] : undefined;
  }
  return node === undefined ? undefined : { node, key };
}
