import { expect, test } from 'vitest';
import { xmlAttribute, xmlText } from '../../../server/src/text/xml.ts';

test.each<[string, string, string]>([
  ['a <b> & "c"', 'a &lt;b&gt; &amp; &quot;c&quot;', 'a &lt;b&gt; &amp; &quot;c&quot;'],
  ['a\r\n\tb', 'a&#13;\n\tb', 'a&#13;&#10;&#9;b'],
  ['\u0000\u001b\u0085\ufffe', '\ufffd\ufffd\ufffd\ufffd', '\ufffd\ufffd\ufffd\ufffd'],
  ['half \ud83d, whole 😀', 'half \ufffd, whole 😀', 'half \ufffd, whole 😀'],
  ['&amp;', '&amp;amp;', '&amp;amp;'],
])('%j in an element and in an attribute', (text, element, attribute) => {
  expect([xmlText(text), xmlAttribute(text)]).toEqual([element, attribute]);
});
