import type { Library } from '../../../catalog/library.ts';
import type { ControlExplanation } from '../../../features/explain.ts';
import {
  answerInWords,
  dateInWords,
  restrictionInWords,
  type SystemScope,
} from '../../../features/scope-words.ts';
import type { Paint } from '../../../report/paint.ts';
import { wrap } from '../help.ts';
import { crosswalkText } from './crosswalk-text.ts';
import { list } from './list.ts';

/** An item of a framework for people. Everything in it is our own wording. */
export function itemText(
  item: ControlExplanation,
  library: Library,
  paint: Paint,
  inScope?: SystemScope,
): string {
  const { provenance } = item;
  const asked = item.needed === undefined ? '' : `; its evidence needs to be ${item.needed}`;
  const parts = [
    `${paint.path(item.id)}  ${paint.path(item.title)}`,
    paint.faint(`${provenance.name}, ${item.kind}${level(item)}${asked}`),
    wrap(item.summary, ''),
    item.purpose === undefined ? '' : wrap(item.purpose, ''),
    inScope === undefined
      ? item.scope === undefined
        ? ''
        : wrap(`In scope for ${restrictionInWords(item.scope)}. ${item.scope.why}`, '')
      : wrap(answerInWords(inScope), ''),
    item.supersededBy === undefined ? '' : `Superseded by ${item.supersededBy}`,
    list('Applies', (inScope?.dates ?? item.applies ?? []).map(dateInWords), paint),
    list('Controls', (item.controls ?? []).map(titled), paint),
    list('A reviewer asks to see', item.asks, paint),
    list('Typical evidence', item.evidence, paint),
    list('Sections that can hold it', item.sections, paint),
    list('Related', item.related.map(titled), paint),
    ...crosswalkText(item.crosswalk, titled, paint),
    item.disclaimer === undefined ? '' : paint.faint(wrap(item.disclaimer, '')),
    provenance.attribution === undefined ? '' : paint.faint(wrap(provenance.attribution, '')),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;

  function titled(id: string): string {
    const title = library.item(id)?.item.title;
    return title === undefined ? id : `${id}  ${title}`;
  }
}

function level({ level: where }: ControlExplanation): string {
  return where === 'organization' ? ' that the organisation shows as a whole' : '';
}
