import { expect, test } from 'vitest';
import { inComment } from '../../../../server/src/workspace/scaffold/known.ts';

test.each(['a-->b', '<!--->', '-<!--->', '--->', 'a--!>b', '<!--', '<!--!>', '-----!>', '<!---->'])(
  '%j cannot end the comment that it is written into, nor begin one',
  text => {
    const comment = `<!-- from ${inComment(text)} -->`;
    expect(comment.search(/--!?>/)).toBe(comment.length - 3);
    expect(comment.lastIndexOf('<!--')).toBe(0);
  },
);

test('what harms nothing stays', () => {
  expect(inComment('run --fail-on error -> docs')).toBe('run --fail-on error -> docs');
});
