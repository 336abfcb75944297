// Our server beside its peers: the same edits on documents of the same length, in turn, on one Node binary.
import { card, evidenceFiles, json, mapping } from './documents.mjs';
import { coldStart, edits, median, requests, typingPlace } from './measure.mjs';
import { JSON_SERVER, markdownServer, OURS, YAML_SERVER } from './servers.mjs';

const MIB = 2 ** 20;

/** Documents of a length, in each language. */
function documents(lines) {
  return {
    mapping: { name: 'controls.yaml', language: 'yaml', text: mapping(lines), files: evidenceFiles() },
    card: { name: 'MODEL_CARD.md', language: 'markdown', text: card(lines) },
    json: { name: 'controls.json', language: 'json', text: json(lines) },
  };
}

/** Runs each measurement `rounds` times, the servers taking turns, and keeps the median of each figure. */
async function alternate(rounds, jobs) {
  const runs = Object.fromEntries(Object.keys(jobs).map(name => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, job] of Object.entries(jobs)) runs[name].push(await job());
  return Object.fromEntries(
    Object.entries(runs).map(([name, results]) => [
      name,
      Object.fromEntries(
        Object.keys(results[0]).map(key => [key, median(results.map(result => result[key]))]),
      ),
    ]),
  );
}

/** Start-up on 100 lines. */
export async function startUp({ quick }) {
  const { mapping: yaml, card: markdown, json: data } = documents(100);
  return alternate(quick ? 3 : 7, {
    ours: () => coldStart(OURS, yaml),
    oursCard: () => coldStart(OURS, markdown),
    yaml: () => coldStart(YAML_SERVER, yaml),
    json: () => coldStart(JSON_SERVER, data),
    markdown: () => coldStart(markdownServer, markdown),
  });
}

/** Edit → diagnostics, by document length. */
export async function editing({ quick }) {
  const sizes = quick ? [100, 10_000] : [100, 1_000, 10_000, 50_000];
  const result = {};
  for (const lines of sizes) {
    const { mapping: yaml, card: markdown } = documents(lines);
    const [inYaml, inCard] = [typingPlace(yaml.text, 'notes:'), typingPlace(markdown.text, ' ')];
    const count = quick || lines > 10_000 ? 8 : 25;
    result[lines] = await alternate(quick ? 1 : 2, {
      oursMapping: () => edits(OURS, yaml, inYaml, count * 2),
      yaml: () => edits(YAML_SERVER, yaml, inYaml, count),
      ...(lines > 10_000
        ? {}
        : {
            oursCard: () => edits(OURS, markdown, inCard, count * 2),
            markdown: () => edits(markdownServer, markdown, inCard, count),
          }),
    });
  }
  return result;
}

const AT = place => uri => ({ textDocument: { uri }, position: place });

/** Completion, hover and code actions on 10,000 lines, on a quiet document and right after an edit. */
export async function asking({ quick }) {
  const { mapping: yaml } = documents(10_000);
  const place = typingPlace(yaml.text, 'notes:');
  const lines = yaml.text.split('\n');
  const status = lines.findIndex((line, index) => index > place.line && line.includes('status:'));
  const methods = {
    'textDocument/completion': AT({ line: status, character: 12 }),
    'textDocument/hover': AT({ line: status, character: 6 }),
    'textDocument/codeAction': uri => ({
      textDocument: { uri },
      range: { start: { line: status, character: 4 }, end: { line: status, character: 4 } },
      context: { diagnostics: [] },
    }),
  };
  const count = quick ? 3 : 8;
  return {
    ours: await requests(OURS, yaml, place, methods, count * 2),
    yaml: await requests(YAML_SERVER, yaml, place, methods, count),
  };
}

/** Bytes as mebibytes. */
export const mebibytes = bytes => bytes / MIB;
