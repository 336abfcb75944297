// Stacks that name the test's own file and line. The tests run from one bundle, and the extension host formats stacks
// itself, which switches off Node's own source map support; so the bundle's map is read here.

import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';

/** A place in the bundle as stacks write it: file, line, column, the last two counted from one. */
const place = /(?:[^\s()]*[\\/])?([\w.-]+\.cjs):(\d+):(\d+)/;

/**
 * Rewrites a stack: places in the bundle become places in the source, and mocha's own frames go.
 * @param stack as `error.stack` has it
 * @param bundle absolute path of the bundle, whose map lies beside it as `<bundle>.map`; without a map nothing changes
 */
export function readableStack(stack: string, bundle: string): string {
  let map: SourceMap;
  try {
    map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return stack;
  }
  const lines = stack.split('\n').map(line => {
    const found = place.exec(line);
    if (!found || found[1] !== path.basename(bundle)) return line;
    const origin = map.findEntry(Number(found[2]) - 1, Number(found[3]) - 1);
    if (!('originalSource' in origin)) return line;
    const file = path.resolve(path.dirname(bundle), origin.originalSource);
    return line.replace(
      found[0],
      `${path.relative(process.cwd(), file)}:${origin.originalLine + 1}:${origin.originalColumn + 1}`,
    );
  });
  return lines.filter(line => !/node_modules[\\/]mocha[\\/]|node:internal\//.test(line)).join('\n');
}
