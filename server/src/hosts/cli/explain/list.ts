import type { Paint } from '../../../report/paint.ts';
import { wrap } from '../help.ts';

/** A titled list; nothing for an empty one. */
export function list(title: string, items: readonly string[], paint: Paint): string {
  if (items.length === 0) return '';
  return [paint.faint(`${title}:`), ...items.map(item => `  - ${wrap(item, '    ').trimStart()}`)].join('\n');
}
