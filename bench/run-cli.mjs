// The command line beside the tools people use on the same files: processor time, wall time and peak memory.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { card, mapping } from './documents.mjs';
import { peerFile } from './peers.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = process.execPath;
const CLI = join(root, 'dist', 'cli.cjs');
const USAGE = join(root, 'bench', 'usage.cjs');

/** Runs a Node program to its end: seconds of processor and wall time, and the most memory in bytes. */
function timed([program, ...args], cwd) {
  const usage = join(cwd, '.usage.json');
  const started = performance.now();
  const { status, signal, error } = spawnSync(program, ['--require', USAGE, ...args], {
    cwd,
    stdio: 'ignore',
    timeout: 600_000,
    env: { ...process.env, CLAUSEWRIGHT_USAGE: usage },
  });
  const wall = (performance.now() - started) / 1000;
  if (error !== undefined || signal !== null || status === null || status > 1)
    throw new Error(`measuring ${args.join(' ')} failed: ${error ?? signal ?? `exit code ${status}`}`);
  const { cpu, peak } = JSON.parse(readFileSync(usage, 'utf8'));
  rmSync(usage);
  return { cpu, wall, peak };
}

/** `count` small documents of a kind in folders of a hundred, as a large organisation has them. */
function folderOf(kind, count) {
  const folder = mkdtempSync(join(tmpdir(), `clausewright-${kind}-`));
  for (let index = 0; index < count; index += 1) {
    const place = join(folder, `group-${Math.floor(index / 100)}`, `system-${index}`);
    mkdirSync(place, { recursive: true });
    if (kind === 'mappings') writeFileSync(join(place, 'controls.yaml'), mapping(60, index + 1));
    else writeFileSync(join(place, 'MODEL_CARD.md'), card(60, index + 1));
  }
  return folder;
}

const RULESET = `extends: []
rules:
  entry-has-status: { given: "$.controls[*]", then: { field: status, function: truthy } }
  entry-has-owner: { given: "$.controls[*]", then: { field: owner, function: truthy } }
  entry-has-evidence: { given: "$.controls[*]", then: { field: evidence, function: truthy } }
  status-is-known: { given: "$.controls[*].status", then: { function: enumeration, functionOptions: { values: [planned, partial, implemented] } } }
  id-looks-right: { given: "$.controls[*].id", then: { function: pattern, functionOptions: { match: "^A\\\\." } } }
`;

/** Ours and a peer on the same files. */
export function commandLine({ quick }) {
  const result = {};
  for (const count of quick ? [1_000] : [1_000, 10_000]) {
    const mappings = folderOf('mappings', count);
    const cards = folderOf('cards', count);
    try {
      const ruleset = join(mappings, 'ruleset.yaml');
      writeFileSync(ruleset, RULESET);
      result[count] = {
        oursMappings: timed([node, CLI, 'check', '--fail-on', 'never', '--format', 'json', '.'], mappings),
        spectral: timed(
          [
            node,
            '--max-old-space-size=8192',
            peerFile('@stoplight/spectral-cli/dist/index.js'),
            'lint',
            '--ruleset',
            ruleset,
            '--quiet',
            '--fail-severity',
            'error',
            '**/controls.yaml',
          ],
          mappings,
        ),
        oursCards: timed([node, CLI, 'check', '--fail-on', 'never', '--format', 'json', '.'], cards),
        markdownlint: timed(
          [node, peerFile('markdownlint-cli2/markdownlint-cli2-bin.mjs'), '**/*.md'],
          cards,
        ),
      };
      if (!quick)
        result[count].ajv = timed(
          [
            node,
            peerFile('ajv-cli/dist/index.js'),
            'validate',
            '--strict=false',
            '-s',
            join(root, 'catalogs/schema/control-mapping.schema.json'),
            '-d',
            '**/controls.yaml',
          ],
          mappings,
        );
    } finally {
      rmSync(mappings, { recursive: true, force: true });
      rmSync(cards, { recursive: true, force: true });
    }
  }
  return result;
}
