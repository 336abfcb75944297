import type { Random } from './random.ts';

const TITLES = [
  'Evaluation',
  'Training data',
  'Intended use',
  'Évaluation & Tests',
  '1. Overview',
  'Bias',
  'Bias',
  'How to use?',
  '`code` title',
  '**Bold** title',
  '[Link](#x) title',
  'Title {#own-id}',
  'Title <a id="anchor"></a>',
  '🎯 Goal',
  'C# and F#',
  'end #',
  'A.7.2 data',
  '',
  '漢字',
  'a_b_c',
  'T <!-- x -->',
  'x\u2028y',
];
const LINES = [
  'Some prose about the model.',
  'Prose with `code`, *emphasis* and a [link](docs/a.md#b).',
  'TODO',
  '[More Information Needed]',
  '- item',
  '- **Label:**',
  '  - deeper',
  '1. one',
  '> quoted',
  '> # heading in a quote',
  '- # heading in a list',
  '    indented code',
  '    # not a heading',
  '***',
  '---',
  '===',
  '# ',
  '#NoSpace',
  '**Bold line**',
  '__Bold too:__',
  '<h2 id="h">HTML heading</h2>',
  '<div>',
  '</div>',
  '<!-- comment -->',
  '<!-- evidence: A.7.5, A.7.6 -->',
  '<!--',
  '-->',
  '```',
  '```yaml',
  '~~~',
  '| a | b |',
  '|---|---|',
  '| 0.91 | N/A |',
  '[ref]: https://example.org',
  '[ref]:',
  '"title',
  '\ttabbed',
  'trailing  ',
  '\\# no heading',
  '####### seven',
  'Setext',
  '\u00a0',
  '<script>',
  '</script>',
  '<pre>',
  '\u2028',
  'a\u0000b',
  '<?php',
  '?>',
  '<a name="old"></a>',
  '- ```',
  '  ```',
];

/** Markdown of every kind of block, in an order that nobody would choose. */
export function randomMarkdown(random: Random): string {
  const lines = random.list(0, 30, () => line(random));
  const text = lines.join('\n') + (random.chance(0.8) ? '\n' : '');
  if (random.chance(0.1)) return text.replaceAll('\n', '\r\n');
  return random.chance(0.03) ? text.replaceAll('\n', '\r') : text;
}

function line(random: Random): string {
  const roll = random.next();
  if (roll < 0.2) return '';
  if (roll < 0.4)
    return `${'#'.repeat(1 + random.below(4))} ${random.pick(TITLES)}${random.chance(0.1) ? ' ##' : ''}`;
  if (roll < 0.46) return `${random.pick(TITLES)}\n${random.pick(['===', '---', '=', '--  '])}`;
  return random.pick(LINES);
}
