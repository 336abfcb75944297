import type { Vocabulary } from '../../catalog/vocabulary.ts';
import type { ReadCard } from '../../model/exchange/card.ts';
import { modelsOf, readCycloneDx } from '../../model/exchange/cyclonedx.ts';
import { isToolkitCard, readToolkitCard } from '../../model/exchange/toolkit.ts';
import { isRecord } from '../../model/results/result.ts';
import { cardCycloneDx } from './cyclonedx.ts';
import { cardMarkdown } from './markdown.ts';
import { cardToolkit } from './toolkit.ts';
import type { WrittenCard } from './written.ts';

/** The formats that a card can be written in: Markdown, CycloneDX 1.7, Model Card Toolkit. */
export const CARD_FORMATS = ['markdown', 'cyclonedx', 'mct'] as const;

/** A format that a card can be written in. */
export type CardFormat = (typeof CARD_FORMATS)[number];

/** Reads a card from parsed JSON or YAML; undefined for data that is no model card of a known format. */
export function readCardData(data: unknown): ReadCard | undefined {
  const [model, ...others] = modelsOf(data);
  if (model !== undefined) {
    const { card, lost } = readCycloneDx(model);
    const left = others.map(
      each => `the model "${String(each['name'])}" is left out: a card is of one model`,
    );
    return { card, lost: [...lost, ...left] };
  }
  return isRecord(data) && isToolkitCard(data) ? readToolkitCard(data) : undefined;
}

/** Writes a card in a format, with everything that was lost on the way. */
export function writeCard({ card, lost }: ReadCard, to: CardFormat, vocabulary: Vocabulary): WrittenCard {
  const written = WRITERS[to](card, vocabulary);
  return { text: written.text, lost: [...lost, ...written.lost] };
}

const WRITERS: Readonly<Record<CardFormat, (card: ReadCard['card'], vocabulary: Vocabulary) => WrittenCard>> =
  {
    markdown: cardMarkdown,
    cyclonedx: card => cardCycloneDx(card),
    mct: card => cardToolkit(card),
  };
