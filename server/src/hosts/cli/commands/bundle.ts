import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { coverageData } from '../../../report/coverage-data.ts';
import { coverageJson } from '../../../report/coverage-json.ts';
import { visible } from '../../../report/excerpt.ts';
import { collect } from '../bundle/collect.ts';
import { verify } from '../bundle/verify.ts';
import { ArchiveError } from '../bundle/zip.ts';
import { type Command, EXIT, type Terminal, UsageError } from '../command.ts';
import { coveredBy } from '../covered.ts';
import { openPlaces } from '../open.ts';
import { CONFIG_OPTION } from '../options.ts';
import { reasonOf, writeWhole } from '../output.ts';

const USUAL = 'evidence-bundle.zip';
const MOST_BYTES = 2 * 1024 * 1024 * 1024;

/** `clausewright bundle`: the evidence of the mappings as one archive that can be verified later. */
export const bundle: Command = {
  name: 'bundle',
  summary: 'Packs mappings and evidence into an archive, or verifies one',
  operands: '[paths…] | verify FILE',
  options: {
    output: { value: 'FILE', description: `Where the archive goes; ${USUAL} where nothing is said` },
    config: CONFIG_OPTION,
  },
  details: [
    'The archive holds the control mappings that lie below the given paths, every file that they point at, the coverage as JSON, and manifest.json with the SHA-256 of each file. The same files give the same bytes. Links, tickets and files that are not there are listed in the manifest.',
    '"bundle verify FILE" unpacks nothing. It names files that are missing, changed or not in the manifest (exit code 1), and refuses an archive with names that climb, links, or more than a bundle holds (2). The manifest is no signature: keep its SHA-256, which both commands print, where nobody can change it.',
  ],
  async run({ positionals, values }, terminal) {
    const [first, file, ...rest] = positionals;
    if (first === 'verify') {
      if (file === undefined || rest.length > 0)
        throw new UsageError('name one file: clausewright bundle verify FILE');
      return verified(file, terminal);
    }
    const [opened, ...others] = await openPlaces(positionals, values['config'], terminal);
    if (opened === undefined || others.length > 0)
      throw new UsageError('a bundle takes the paths of one folder only; run it for each');
    const collected = collect(opened);
    if (collected.files.size === 0)
      throw new UsageError('no control mapping was found, so there is nothing to pack');
    const coverage = coverageJson(coverageData([coveredBy(opened, undefined)]));
    const { pack } = await import('../reports.ts');
    const { archive, manifest, manifestDigest } = pack(collected, coverage, opened.session.today);
    const output = values['output'] ?? USUAL;
    if (output === '-') throw new UsageError('an archive is no text; name a file for it with --output');
    writeWhole(resolve(terminal.folder, output), [archive], output);
    const left =
      manifest.absent.length === 0
        ? ''
        : `; ${manifest.absent.length} pieces of evidence are no files here and only listed`;
    await terminal.print(
      `${output}: ${manifest.files.length} files${left}\nmanifest.json sha256 ${manifestDigest}\n`,
    );
    return EXIT.fine;
  },
};

async function verified(file: string, terminal: Terminal): Promise<number> {
  const result = checked(file, terminal);
  const { missing, changed, extra } = result;
  const lines = [
    ...missing.map(path => `missing  ${path}`),
    ...changed.map(path => `changed  ${path}`),
    ...extra.map(path => `extra    ${path}`),
  ].map(visible);
  const verdict =
    lines.length === 0
      ? `${file}: all ${result.files} files are as the manifest says`
      : `${file}: ${missing.length} missing, ${changed.length} changed, ${extra.length} not in the manifest, of ${result.files} files`;
  await terminal.print(
    `${[...lines, verdict, `manifest.json sha256 ${result.manifestDigest}`].join('\n')}\n`,
  );
  return lines.length === 0 ? EXIT.fine : EXIT.findings;
}

function checked(file: string, terminal: Terminal): ReturnType<typeof verify> {
  try {
    return verify(contentOf(resolve(terminal.folder, file)));
  } catch (error) {
    if (error instanceof ArchiveError) throw new UsageError(`${file} is refused: ${visible(error.message)}`);
    if (error instanceof UsageError) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new UsageError(`"${file}" does not exist`);
    if (error instanceof Error && 'code' in error)
      throw new UsageError(`cannot read ${file}: ${reasonOf(error)}`);
    throw error;
  }
}

function contentOf(path: string): Buffer {
  if (statSync(path).size > MOST_BYTES) throw new ArchiveError('it has more than 2 GB');
  return readFileSync(path);
}
