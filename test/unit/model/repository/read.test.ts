// Files of a repository tell facts with their places; anything else tells none, and nothing throws.
import { expect, test } from 'vitest';
import { mayTellFacts, repositoryFactsOf } from '../../../../server/src/model/repository/read.ts';

function checkFacts(path: string, text: string): string[] {
  return repositoryFactsOf(path, text).map(({ topic, value, pointer, from, to, of, on }) => {
    const place = text.slice(from, to).replace(/["\s[\]]/g, '');
    const shown = value.replace(/\s/g, '');
    return [topic, of, on, value, pointer, place === shown ? '' : '≠'].filter(each => each).join(' | ');
  });
}

test('what a file says, and where', () => {
  expect(
    checkFacts('m/adapter_config.json', '{"peft_type":"LORA","r":8,"base_model_name_or_path":"a/b"}'),
  ).toEqual([
    'base-model | a/b | base_model_name_or_path',
    'library | peft | peft_type | ≠',
    'fine-tuning | LORA | peft_type',
    'lora-rank | 8 | r',
  ]);
  expect(
    checkFacts('eval_results.json', '{"eval_f1":0.5,"eval_runtime":3,"epoch":1,"eval_samples":7}'),
  ).toEqual(['metric | f1 | 0.5 | eval_f1', 'evaluation-samples | 7 | eval_samples']);
  expect(checkFacts('.eval_results/a.yaml', '- dataset: { id: x/y }\n  type: f1\n  value: 0.5\n')).toEqual([
    'metric | f1 | x/y | 0.5 | f1 on x/y',
  ]);
  expect(
    checkFacts(
      'pyproject.toml',
      '[project]\nname = "scoring" # ours\nversion = "1.0"\n[tool.x]\nname = "no"\n',
    ),
  ).toEqual(['package | scoring | project.name', 'package-version | 1.0 | project.version']);
  expect(checkFacts('training_args.yml', 'learning_rate: 1.0e-5\nwarmup_steps: 0\nbf16: true\n')).toEqual([
    'learning-rate | 1.0e-5 | learning_rate',
    'mixed-precision | bf16 | bf16 | ≠',
  ]);
});

test('a folder of somebody’s machine is no base model, and a library’s names are no classes', () => {
  expect(
    checkFacts('adapter_config.json', '{"peft_type":"LORA","base_model_name_or_path":"/mnt/x/llama"}'),
  ).toEqual(['library | peft | peft_type | ≠', 'fine-tuning | LORA | peft_type']);
  const config = '{"model_type":"bert","_name_or_path":"./out","id2label":{"0":"LABEL_0"}}';
  expect(checkFacts('config.json', config)).toEqual(['model-type | bert | model_type']);
});

test.each([
  'config.json',
  'trainer_state.json',
  'CITATION.cff',
  'bom.json',
  'setup.cfg',
  '.eval_results/a.yaml',
])('%s with anything else in it tells nothing', path => {
  expect(mayTellFacts(path)).toBe(true);
  for (const text of ['', '[]', '{', '{"a":', 'null', '- - -\n', '\uFEFF{}', '"x"', '{"port": 8080}', '\0'])
    expect(repositoryFactsOf(path, text)).toEqual([]);
});

test('pickled arguments and other files are never read', () => {
  for (const path of ['training_args.bin', 'model.safetensors', 'package.json', 'src/config.json.ts'])
    expect(mayTellFacts(path)).toBe(false);
});

test('data sets: a licence that is given by its address is told as its id', () => {
  const croissant = (license: string): string =>
    JSON.stringify({ '@context': {}, recordSet: [], name: 'letters', license });
  const told = (license: string): string | undefined =>
    repositoryFactsOf('croissant.json', croissant(license)).find(each => each.topic === 'license')?.value;
  expect(told('https://creativecommons.org/licenses/by-nc-sa/4.0/')).toBe('CC-BY-NC-SA-4.0');
  expect(told('https://creativecommons.org/publicdomain/zero/1.0/')).toBe('CC0-1.0');
  expect(told('https://opensource.org/licenses/MIT')).toBe('MIT');
  expect(told('https://spdx.org/licenses/Apache-2.0.html')).toBe('Apache-2.0');
  expect(told('http://www.apache.org/licenses/LICENSE-2.0')).toBe('Apache-2.0');
  expect(told('https://opendatacommons.org/licenses/by/1-0/')).toBe('ODC-By-1.0');
  expect(told('https://example.org/our-terms')).toBe('https://example.org/our-terms');
  expect(told('cc-by-4.0')).toBe('cc-by-4.0');
  const infos =
    '{"a":{"description":"Letters.","license":"https://opensource.org/license/mit/","splits":{}}}';
  expect(checkFacts('dataset_infos.json', infos)).toEqual([
    'description | Letters. | a.description',
    'license | mit | a.license | ≠',
  ]);
});
