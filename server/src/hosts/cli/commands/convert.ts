import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dataOf } from '../../../model/catalog-file.ts';
import { plain } from '../../../model/config.ts';
import { readDocument } from '../../../model/document.ts';
import type { ReadCard } from '../../../model/exchange/card.ts';
import { CARD_FORMATS, type CardFormat, readCardData, writeCard } from '../../../report/exchange/convert.ts';
import type { WrittenCard } from '../../../report/exchange/written.ts';
import { createBlockParser } from '../../../syntax/markdown/blocks.ts';
import { parseYaml } from '../../../syntax/yaml/parse.ts';
import type { Source } from '../../../text/source.ts';
import { convertAssessment } from '../../../workspace/assessment/convert.ts';
import { fromMarkdown } from '../../../workspace/exchange/from-markdown.ts';
import { decoded } from '../../node/decode.ts';
import { type Command, EXIT, type Terminal, UsageError } from '../command.ts';
import { type Opened, openPlaces } from '../open.ts';
import { CONFIG_OPTION, OUTPUT_OPTION } from '../options.ts';
import { deliver, reasonOf } from '../output.ts';

/** `clausewright convert`: a model card in another format. */
export const convert: Command = {
  name: 'convert',
  summary: 'Writes a model card or an impact assessment in another format',
  operands: '<file>',
  options: {
    to: {
      value: 'FORMAT',
      values: [...CARD_FORMATS, 'yaml'],
      description:
        'The format to write: a Markdown card, CycloneDX 1.7, or Model Card Toolkit JSON; for an impact assessment markdown or yaml',
    },
    output: OUTPUT_OPTION,
    format: {
      value: 'FORMAT',
      values: ['text', 'json'],
      default: 'text',
      description: 'The card as it is, or JSON with the card and what it could not hold',
    },
    config: CONFIG_OPTION,
  },
  details: [
    'An impact assessment is written as Markdown or as YAML with the same content; comments of YAML are left out.',
    'Reads a Markdown card, the first model of a CycloneDX bill of materials, or a card of the Model Card Toolkit as JSON or YAML.',
    'What the target has no place for is said on the standard error, one line each. Comments of a Markdown card are left out.',
  ],
  async run({ positionals, values }, terminal) {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0)
      throw new UsageError('name one model card: clausewright convert MODEL_CARD.md --to cyclonedx');
    const assessment = await convertedAssessment(file, values, terminal);
    if (assessment !== undefined) return assessment;
    const to = CARD_FORMATS.find(each => each === values['to']);
    if (to === undefined) throw new UsageError(`say what to write: --to ${CARD_FORMATS.join(', --to ')}`);
    if (to === 'markdown' && !isData(file)) throw new UsageError(`${file} is Markdown already`);
    const output = values['output'];
    if (output !== undefined && resolve(terminal.folder, output) === resolve(terminal.folder, file))
      throw new UsageError(`${output} is the card itself; name another file`);
    const [opened] = await openPlaces([file], values['config'], { ...terminal, note: () => {} });
    if (opened === undefined) return EXIT.usage;
    const vocabulary = opened.session.library.vocabulary('model-card');
    const written = writeCard(readCard(file, opened, terminal), to, vocabulary);
    if (values['format'] === 'json') await deliver(asJson(written, to), output, terminal);
    else {
      for (const each of written.lost) terminal.note(each);
      await deliver(written.text, output, terminal);
    }
    return EXIT.fine;
  },
};

/** Converts an impact assessment; undefined for a file that is none. */
async function convertedAssessment(
  file: string,
  values: Parameters<Command['run']>[0]['values'],
  terminal: Terminal,
): Promise<number | undefined> {
  if (!/\.(?:md|markdown|ya?ml)$/i.test(file)) return undefined;
  const [opened] = await openPlaces([file], values['config'], { ...terminal, note: () => {} });
  const path = opened?.place.given[0]?.path;
  if (opened === undefined || path === undefined) return undefined;
  const to = (['markdown', 'yaml'] as const).find(each => each === values['to']);
  const kind = opened.session.document(path)?.kind;
  const other = kind === undefined ? undefined : OTHER_KINDS[kind];
  if (other !== undefined)
    throw new UsageError(`${file} is ${other}; only model cards and impact assessments are converted`);
  if (kind === 'impact-assessment' && to === undefined)
    throw new UsageError(
      `${file} is an impact assessment, which is converted with --to markdown or --to yaml; "clausewright export assessment" writes the forms of a regime`,
    );
  if (kind !== 'impact-assessment') {
    if (to === 'yaml')
      throw new UsageError(`${file} is no impact assessment; only those are written as YAML`);
    return undefined;
  }
  const output = values['output'];
  if (to === undefined) return undefined;
  if (output !== undefined && resolve(terminal.folder, output) === resolve(terminal.folder, file))
    throw new UsageError(`${output} is the assessment itself; name another file`);
  const written = convertAssessment(opened.session, path, to);
  if (typeof written === 'string') throw new UsageError(written);
  const { text } = written;
  const json = `${JSON.stringify({ version: 1, to, lost: [], text }, null, 2)}\n`;
  await deliver(values['format'] === 'json' ? json : text, output, terminal);
  return EXIT.fine;
}

/** Documents that are neither, with their article. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  'dataset-card': 'a dataset card',
  'space-card': 'a Space card',
  'control-mapping': 'a control mapping',
  incident: 'the record of an incident',
  config: 'a configuration',
};

function isData(file: string): boolean {
  return /\.(?:json|ya?ml)$/i.test(file);
}

function asJson({ text, lost }: WrittenCard, to: CardFormat): string {
  return `${JSON.stringify({ version: 1, to, lost, text }, null, 2)}\n`;
}

/** @throws UsageError for a file that holds no model card. */
function readCard(file: string, { session, place }: Opened, { folder }: Terminal): ReadCard {
  const source = sourceOf(file, folder);
  const path = place.given[0]?.path ?? file;
  if (!isData(file)) {
    const options = { blocks: createBlockParser(), kind: 'model-card', earlier: undefined } as const;
    const document = readDocument(path, source, options);
    if (document?.model.kind === 'model-card')
      return fromMarkdown(
        document.model,
        source.text,
        session.library.vocabulary('model-card'),
        session.scopeOf(path).headings,
      );
    throw new UsageError(`${file} is no Markdown model card`);
  }
  const { text } = source;
  const { root } = dataOf(text, () => parseYaml(text, { start: 0, end: text.length }));
  const read = readCardData(plain(root));
  if (read === undefined)
    throw new UsageError(
      `${file} is no model card that is known: it is neither a CycloneDX bill of materials with a model nor a card of the Model Card Toolkit`,
    );
  return read;
}

function sourceOf(file: string, folder: string): Source {
  let bytes: Buffer;
  try {
    bytes = readFileSync(resolve(folder, file));
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${reasonOf(error)}`);
  }
  const read = decoded(bytes);
  if (read.kind !== 'text') throw new UsageError(`${file} is no text`);
  return read.source;
}
