import picomatch from 'picomatch';

/** Globs that people write are shorter. */
const LONGEST = 400;
/** So many stars in one name, and so many choices in all: more would let a long path take minutes. */
const MOST_STARS = 3;
const MOST_CHOICES = 8;

/**
 * A test for the paths that a glob matches; hidden files count. `*`, `**`, `?`, `{a,b}` and `[a-z]` have their usual
 * meaning. A glob that says nothing, that is made to take long, or that cannot be read, matches nothing.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  if (glob === '' || !isModest(glob)) return () => false;
  const matches = picomatch(glob, { dot: true, noextglob: true });
  return path => matches(path);
}

function isModest(glob: string): boolean {
  if (glob.length > LONGEST) return false;
  const choices = glob.match(/[{[(?]|\*\*/g)?.length ?? 0;
  const stars = glob.split('/').map(name => (name === '**' ? 0 : (name.match(/\*/g)?.length ?? 0)));
  return choices <= MOST_CHOICES && stars.every(count => count <= MOST_STARS);
}
