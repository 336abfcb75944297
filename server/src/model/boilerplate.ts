/**
 * Text that tools and templates write and that says nothing about this model or these data. Each expression knows it by
 * a few of its words; the text counts only where nothing else stands in its section.
 */
const FINGERPRINTS: readonly RegExp[] = [
  /\buse the code below to get started\b/i,
  /\busers \(both direct and downstream\) should be (?:made )?aware\b/i,
  /\bimpact calculator\b.{0,80}\blacoste\b/i,
  /\bmodel card of a (?:🤗 )?transformers model that has been pushed\b/i,
  /\bthis (?:model|dataset) card (?:has been|was) (?:automatically )?generated\b/i,
  /\bmodel card (?:aims to be a )?base template for new models\b/i,
];

/** A word of each expression: a paragraph that has none of them is none of these. */
const HINT = /started|aware|lacoste|pushed|generated|template/i;

/** Whether a paragraph is a tool's or a template's own words. */
export function isBoilerplate(paragraph: string): boolean {
  const start = paragraph.slice(0, 600);
  if (!HINT.test(start)) return false;
  const text = start.replace(/\s+/g, ' ');
  return FINGERPRINTS.some(pattern => pattern.test(text));
}

/** An author's help that was left where the answer belongs: "Summarize here.", "Describe the data you used". */
const INSTRUCTION =
  /^[\s*_>("[-]{0,6}(?:(?:please |briefly |shortly )?(?:summari[sz]e|describe|explain|list|specify|state|outline|discuss|fill (?:in|out)|insert|enter|add|provide|include|write|give)(?:,? and (?:\w+))?)\s+(?:(?:\w+\s+){0,3}here\b|(?:a |an |the )?(?:short |brief |quick |one-sentence |longer |detailed )?(?:summary|description|overview|explanation) of (?:what|how|the|your|this)\b|(?:the |any |all )?(?:\w+\s+){0,3}(?:that )?you (?:used|have|want|collected|did)\b|(?:how|what|why|who|which|whether) (?:you|your|the|this|it|is|are|was|were|and)\b)/i;

/** Whether a paragraph is nothing but a request to the author. */
export function isInstruction(paragraph: string): boolean {
  const text = paragraph.trim();
  return text.length <= 300 && INSTRUCTION.test(text);
}
