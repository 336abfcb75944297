/** Front matter that the hub accepts, by what it shows; `#space` and `#dataset` name the kind of card. */
export const ACCEPTED: Readonly<Record<string, string>> = {
  'nothing but a licence': 'license: mit',
  'comments only': '# to be written',
  'an unknown key': 'license: mit\nour_team: platform\nnested: { a: [1, 2] }',
  'empty values': 'license:\nlanguage:\ntags:\ndatasets: ~\nmodel-index:',
  'licences as a list': 'license: [apache-2.0, cc-by-4.0]',
  'a language as text': 'language: en',
  'languages as a list': 'language:\n- en\n- de\n- multilingual\n- code',
  'a language of three letters that our list does not have': 'language: [qaa, tlh]',
  'data sets as text': 'datasets: squad',
  'several base models': 'base_model: [org/a, org/b]\nbase_model_relation: merge',
  'metrics as text': 'metrics: accuracy',
  'metrics as maps': 'metrics:\n- accuracy\n- name: f1\n  type: f1',
  'tags with colons in quotes': 'tags: ["region:us", "size: small"]',
  'emissions as a number': 'co2_eq_emissions: 12.5',
  'emissions as a map':
    'co2_eq_emissions:\n  emissions: 12.5\n  source: CodeCarbon\n  training_type: fine-tuning',
  'a widget with texts': "widget:\n- text: Paris is\n- text: 'What now?'\n  example_title: Two",
  'inference as a flag': 'inference: false',
  'inference as a map': 'inference:\n  parameters:\n    temperature: 0.7',
  'results as data':
    'model-index:\n- name: a\n  results:\n  - task:\n      type: text-classification\n    dataset:\n      type: imdb\n      name: IMDb\n    metrics:\n    - type: accuracy\n      value: 0.9',
  'no results yet': 'model-index:\n- name: a\n  results: []',
  'a value with its uncertainty':
    'model-index:\n- name: a\n  results:\n  - task: { type: translation }\n    dataset: { type: wmt, name: WMT }\n    metrics: [{ type: bleu, value: 20.0 ± 1.2 }]',
  'a result with its source':
    'model-index:\n- name: a\n  results:\n  - task: { type: translation }\n    dataset: { type: wmt, name: WMT }\n    metrics: [{ type: bleu, value: 20 }]\n    source: { url: "https://example.org", name: Board }',
  'an anchor and its alias': 'x-tags: &tags [a, b]\ntags: *tags\nlicense: mit',
  'a text over several lines':
    'license: other\nlicense_name: ours\nlicense_link: LICENSE\nextra_gated_prompt: >-\n  You agree\n  to this.',
  'gate fields':
    'extra_gated_fields:\n  Name: text\n  I agree: checkbox\n  Use:\n    type: select\n    options: [research, other]',
  'our own keys': 'system: scoring\ncontrols: [A.6.2.4]\nclausewright: model-card/1',
  'a licence in JSON style': '{ "license": "mit", "tags": ["a"] }',
  'a data set with variants':
    '#dataset\npretty_name: Loans\nsize_categories: [n<1K]\nconfigs:\n- config_name: default\n  data_files:\n  - split: train\n    path: data.csv',
  'a data set with features':
    '#dataset\ntask_categories: [text-classification]\npretty_name: Loans\ndataset_info:\n  features:\n  - name: id\n    dtype: int32\n  splits:\n  - name: train\n    num_bytes: 12\n  dataset_size: 12',
  'a data set whose keys are texts':
    '#dataset\npretty_name: Loans\nsize_categories: n<1K\nannotations_creators: found\nlanguage_creators: found\nmultilinguality: monolingual\nsource_datasets: original',
  'a Space':
    '#space\ntitle: Router\nemoji: 🚦\ncolorFrom: red\ncolorTo: gray\nsdk: gradio\nsdk_version: 5.44.1\napp_file: app.py\npinned: false',
  'a Space with a version as a number':
    '#space\nsdk: gradio\npython_version: 3.9\napp_file: app.py\nstartup_duration_timeout: 1h',
  'a Space with a port':
    '#space\nsdk: docker\napp_port: 8080\nhf_oauth: true\nhf_oauth_scopes: [read-repos]\ncustom_headers:\n  cross-origin-opener-policy: same-origin',
};

/** Front matter that the hub or its libraries reject, with the rule that says so; `⟦…⟧` is the place. */
export const REJECTED: Readonly<Record<string, readonly [rule: string, front: string]>> = {
  'a quote left open': ['syntax/front-matter', 'license: ⟦"mit⟧\ntags: [a]'],
  'a bracket left open': ['syntax/front-matter', 'license: mit\ntags: ⟦[a, b⟧'],
  'a second colon': ['syntax/front-matter', 'license: mit\npretty_name: ⟦L⟧oans: 2024: all'],
  'a list in the place of keys': ['card/not-a-mapping', '⟦- license: mit⟧'],
  'a key twice': ['card/duplicate-key', 'license: mit\ntags: [a]\n⟦license⟧: mit'],
  'a key twice further in': ['card/duplicate-key', 'co2_eq_emissions:\n  emissions: 1\n  ⟦emissions⟧: 2'],
  'tags as text': ['card/invalid-type', 'license: mit\ntags: ⟦scoring⟧'],
  'tags as a comma list': ['card/invalid-type', 'license: mit\ntags: ⟦scoring, credit⟧'],
  'a number among the tags': ['card/invalid-type', 'tags:\n- scoring\n- ⟦2024⟧'],
  'a map among the tags': ['card/invalid-type', 'license: mit\ntags:\n- ⟦size: small⟧'],
  'a widget as a map': ['card/invalid-type', 'license: mit\nwidget:\n  ⟦text: Paris is⟧'],
  'a licence as a map': ['card/invalid-type', 'language: en\nlicense: ⟦name: mit⟧'.replace(': ⟦', ':\n  ⟦')],
  'a licence as a number': ['card/invalid-type', 'language: en\nlicense: ⟦2⟧'],
  'a language as a flag': ['card/invalid-type', 'license: mit\nlanguage: ⟦false⟧'],
  'a library as a list': ['card/invalid-type', 'license: mit\nlibrary_name: ⟦[transformers]⟧'],
  'a task as a list': ['card/invalid-type', 'license: mit\npipeline_tag: ⟦[translation]⟧'],
  'results as a map': ['card/invalid-type', 'license: mit\nmodel-index:\n  ⟦name: a⟧\n  results: []'],
  'results as text': ['card/invalid-type', 'license: mit\nmodel-index: ⟦see below⟧'],
  'a task of a result as text': [
    'card/invalid-type',
    'model-index:\n- name: a\n  results:\n  - task: ⟦translation⟧\n    dataset: { type: wmt, name: WMT }\n    metrics: [{ type: bleu, value: 20 }]',
  ],
  'a model without results': ['card/model-index-incomplete', 'license: mit\nmodel-index:\n- ⟦name⟧: a'],
  'a model without a name': ['card/model-index-incomplete', 'license: mit\nmodel-index:\n- ⟦results⟧: []'],
  'a task without a type': [
    'card/model-index-incomplete',
    'model-index:\n- name: a\n  results:\n  - ⟦task⟧: { name: Translation }\n    dataset: { type: wmt, name: WMT }\n    metrics: [{ type: bleu, value: 20 }]',
  ],
  'a result without a data set': [
    'card/model-index-incomplete',
    'model-index:\n- name: a\n  results:\n  - ⟦task⟧: { type: translation }\n    metrics: [{ type: bleu, value: 20 }]',
  ],
  'a data set without a name': [
    'card/model-index-incomplete',
    'model-index:\n- name: a\n  results:\n  - task: { type: translation }\n    ⟦dataset⟧: { type: wmt }\n    metrics: [{ type: bleu, value: 20 }]',
  ],
  'a data set with an empty type': [
    'card/model-index-incomplete',
    'model-index:\n- name: a\n  results:\n  - task: { type: translation }\n    ⟦dataset⟧: { type: , name: WMT }\n    metrics: [{ type: bleu, value: 20 }]',
  ],
  'a metric without a value': [
    'card/model-index-incomplete',
    'model-index:\n- name: a\n  results:\n  - task: { type: translation }\n    dataset: { type: wmt, name: WMT }\n    metrics:\n    - { type: bleu, value: 20 }\n    - { ⟦type⟧: chrf }',
  ],
  'a source without an address': [
    'card/model-index-incomplete',
    'model-index:\n- name: a\n  results:\n  - task: { type: translation }\n    dataset: { type: wmt, name: WMT }\n    metrics: [{ type: bleu, value: 20 }]\n    ⟦source⟧: { name: Board }',
  ],
  'size categories as a map': [
    'card/invalid-type',
    '#dataset\npretty_name: Loans\nsource_datasets: [original]\nsize_categories: ⟦{ train: n<1K }⟧',
  ],
  'a name of a data set as a list': [
    'card/invalid-type',
    '#dataset\ntask_ids: [parsing]\nsource_datasets: [original]\npretty_name: ⟦[Loans]⟧',
  ],
  'a flag of a Space as text': [
    'card/invalid-type',
    '#space\nsdk: gradio\napp_file: app.py\npinned: ⟦always⟧',
  ],
  'a Space below the first free port': [
    'card/invalid-type',
    '#space\nsdk: docker\nemoji: 🚦\napp_port: ⟦80⟧',
  ],
  'a description longer than 60 characters': [
    'card/invalid-type',
    '#space\nsdk: static\nemoji: 🚦\nshort_description: ⟦Sorts the tickets of the help desk into twelve queues, by topic⟧',
  ],
  'a variant of the data as a number': [
    'card/invalid-type',
    'model-index:\n- name: a\n  results:\n  - task: { type: translation }\n    dataset: { type: wmt, name: WMT, config: ⟦16⟧ }\n    metrics: [{ type: bleu, value: 20 }]',
  ],
  'a port of a Space as text': ['card/invalid-type', '#space\nsdk: docker\nemoji: x\napp_port: ⟦http⟧'],
};
