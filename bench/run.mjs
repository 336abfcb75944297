// npm run bench [-- --quick] [--only startUp,editing,asking,commandLine,workspaces,frameworks]
// Measures the built product beside its peers and holds the ratios against bench/budgets.json. The full run writes
// docs/performance.md; the quick one only fails when a ratio is far off.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { held } from './budget.mjs';
import { chartSvg } from './chart.mjs';
import { performancePage } from './page.mjs';
import { installPeers, peerVersions } from './peers.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);

/** A quick run on a busy machine is noisy: only a ratio beyond this many times its budget is a fault. */
const MARGIN = 2.5;

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
});
if (!existsSync(join(root, 'dist', 'server.cjs'))) {
  console.error('The product is not built; run "npm run build" first.');
  process.exit(2);
}
installPeers();
const { startUp, editing, asking } = await import('./run-servers.mjs');
const { commandLine } = await import('./run-cli.mjs');
const { frameworks, workspaces } = await import('./run-workspace.mjs');
const parts = { startUp, editing, asking, commandLine, workspaces, frameworks };
const wanted = values.only?.split(',') ?? Object.keys(parts);
const results = {};
for (const name of wanted) {
  if (parts[name] === undefined) {
    console.error(`There is no part "${name}"; the parts are ${Object.keys(parts).join(', ')}.`);
    process.exit(2);
  }
  console.log(`Measuring ${name} …`);
  results[name] = await parts[name]({ quick: values.quick });
}
const budgets = held(results);
mkdirSync(join(here, 'results'), { recursive: true });
writeFileSync(
  join(here, 'results', values.quick ? 'quick.json' : 'full.json'),
  JSON.stringify({ results, budgets, node: process.version }, null, 2),
);
for (const { id, what, reached, limit, peer, met } of budgets) {
  const shown =
    peer === undefined
      ? `${reached.toFixed(1)} (budget ${limit})`
      : `${(reached * 100).toFixed(1)} % (budget ${(limit * 100).toFixed(0)} %)`;
  console.log(`${met ? 'met   ' : 'MISSED'} ${id.padEnd(3)} ${what}: ${shown}`);
}
if (!values.quick && values.only === undefined) {
  writeFileSync(join(root, 'docs', 'performance.md'), performancePage(results, budgets, peerVersions()));
  writeFileSync(join(root, 'docs', 'images', 'performance.svg'), chartSvg(results.editing));
  console.log('docs/performance.md is written, with its picture.');
}
const far = budgets.filter(each => each.reached > each.limit * (values.quick ? MARGIN : 1));
if (values.quick && far.length > 0) {
  console.error(
    `${far.length} figure(s) are far beyond their budget: ${far.map(each => each.id).join(', ')}`,
  );
  process.exit(1);
}
