import type { Random } from './random.ts';

const FOLDERS = ['', 'docs/', 'docs/cards/', 'a b/', 'gov/'];
const TITLES = [
  'Evaluation',
  'Results',
  'Results',
  'Results',
  'Training data',
  'Été',
  'C# & F#',
  'A.7.2 data',
  'Results-1',
  '漢字',
  '`x` y',
  'T {#own}',
  'Results {#results-1}',
];

/** Files that link to each other's sections in every writing: evidence, Markdown links, fragments, globs. */
export function linkedWorkspace(random: Random): Map<string, string> {
  const files = new Map<string, string>();
  const lineBreak = random.chance(0.2) ? '\r\n' : '\n';
  const paths = [
    ...new Set(
      random.list(
        2,
        5,
        () =>
          `${random.pick(FOLDERS)}${random.pick(['x-model-card.md', 'y model card.md', 'z(1)-model-card.md'])}`,
      ),
    ),
  ];
  const slugs = [
    'evaluation',
    'results',
    'results-1',
    'results-2',
    'training-data',
    'été',
    'c--f',
    'a72-data',
    'own',
    'Results',
    '%C3%A9t%C3%A9',
    'none',
  ];
  const link = (from: string): string => {
    const to = random.pick(paths);
    const raw = random.chance(0.2) ? `/${to}` : relative(from, to, random.chance(0.3));
    const coded = random.chance(0.5) ? raw.replaceAll(' ', '%20') : raw;
    return random.chance(0.7) ? `${coded}#${random.pick(slugs)}` : coded;
  };
  for (const path of paths) {
    const text = random.list(1, 6, () => {
      const level = '#'.repeat(1 + random.below(3));
      const own = random.list(0, 2, () =>
        markdown(random, random.chance(0.3) ? `#${random.pick(slugs)}` : link(path)),
      );
      return `${level} ${random.pick(TITLES)}\n\nText ${own.join(' and ')}\n`;
    });
    files.set(path, text.join('\n').replaceAll('\n', lineBreak));
  }
  for (const path of ['controls.yaml', 'gov/soa.yaml']) {
    const evidence = random.list(1, 6, () => {
      const quote = random.pick(['', '"', "'"]);
      const target = random.chance(0.1)
        ? random.pick(['docs/*.md', '../docs/**/*.md', 'docs', '*.md'])
        : link(path);
      return `      - ${quote === '' && target.startsWith('*') ? `'${target}'` : quote + target + quote}\n`;
    });
    const text = `clausewright: control-mapping/1\nsystem: s\ncontrols:\n  - id: A.7.2\n    evidence:\n${evidence.join('')}`;
    files.set(path, text.replaceAll('\n', lineBreak));
  }
  return files;
}

function markdown(random: Random, target: string): string {
  const bare = target.replaceAll(' ', '%20').replaceAll('(', '%28').replaceAll(')', '%29');
  return random.pick([`[l](${bare})`, `[l](<${target}> "t")`, `![i](${bare})`, `<a href="${bare}">h</a>`]);
}

/** `to` as seen from the folder of `from`. */
function relative(from: string, to: string, dotted: boolean): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return up === '' && dotted ? `./${to}` : `${up}${to}`;
}
