import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Source } from '../../server/src/text/source.ts';
import { checkerOf, ROOT } from '../support/fixture.ts';
import { reportOf } from './support/json.ts';
import { clausewright } from './support/program.ts';

/** What the engine finds in the files of a folder, as the editor asks it. */
function engineFindings(folder: string): object[] {
  const paths = globSync('**/*', { cwd: folder }).filter(path => statSync(join(folder, path)).isFile());
  const files = new Map(
    paths.map(path => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
  const checker = checkerOf(files);
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, text]) => {
      const source = new Source(text);
      return checker.findings(path).map(({ rule, severity, message, span }) => ({
        rule,
        severity,
        message,
        path,
        range: { start: source.position(span.start), end: source.position(span.end) },
      }));
    });
}

test.each(['credit-scoring', 'complete'])('the command line finds in %s what the engine finds', name => {
  const folder = join(ROOT, 'examples', name);
  const { findings } = reportOf(clausewright(['check', '--format', 'json'], { cwd: folder }));
  const plain = findings.map(({ rule, severity, message, path, range }) => ({
    rule,
    severity,
    message,
    path,
    range,
  }));
  expect(plain).toEqual(engineFindings(folder));
});
