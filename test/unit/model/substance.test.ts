import { describe, expect, test } from 'vitest';
import { placeholdersIn } from '../../../server/src/model/placeholders.ts';
import type { SectionedModel } from '../../../server/src/model/sectioned.ts';
import { substanceOf } from '../../../server/src/model/substance.ts';
import { parseFixture, sessionOf } from '../../support/fixture.ts';

function modelOf(text: string): SectionedModel {
  const { files } = parseFixture(text, 'MODEL_CARD.md');
  return sessionOf(files).document('MODEL_CARD.md')?.model as SectionedModel;
}

/** Checks what a section with this body holds, and which placeholders are found in it. */
function checkBody(body: string, substance: string, ...placeholders: string[]): void {
  const model = modelOf(`# Router\n\n## Limitations\n\n${body}\n\n## License\n\nMIT License\n`);
  const sections = model.body?.sections ?? [];
  const item = model.outline.find(each => each.title === 'Limitations');
  expect(item).toBeDefined();
  const found = sections.flatMap(({ value }) => value.derive(placeholdersIn).map(each => each.text));
  expect([substanceOf(sections, item?.extent ?? { start: 0, end: 0 }), found]).toEqual([
    substance,
    placeholders,
  ]);
}

describe('text that waits for its author', () => {
  test.each<[body: string, substance: string, ...placeholders: string[]]>([
    ['[More Information Needed]', 'placeholder', '[More Information Needed]'],
    ['[more information needed]', 'placeholder', '[more information needed]'],
    ['[Needs More Information]', 'placeholder', '[Needs More Information]'],
    ['[More Information Needed](https://example.org/how-to)', 'text', '[More Information Needed]'],
    ['More information needed', 'placeholder', 'More information needed'],
    ['More information is needed.', 'placeholder', 'More information is needed.'],
    ['TODO', 'placeholder', 'TODO'],
    ['**TODO**', 'placeholder', '**TODO**'],
    ['TODO: ask the data team', 'placeholder', 'TODO: ask the data team'],
    ['[TODO]', 'placeholder', '[TODO]'],
    ['[TBD: numbers of March]', 'placeholder', '[TBD: numbers of March]'],
    ['<TODO>', 'placeholder', '<TODO>'],
    ['TBD', 'placeholder', 'TBD'],
    ['TBA.', 'placeholder', 'TBA.'],
    ['to be determined', 'placeholder', 'to be determined'],
    ['Coming soon!', 'placeholder', 'Coming soon!'],
    ['Coming soon...', 'placeholder', 'Coming soon...'],
    ['More details coming soon.', 'placeholder', 'More details coming soon.'],
    ['Results will be added soon.', 'placeholder', 'Results will be added soon.'],
    ['Work in progress', 'placeholder', 'Work in progress'],
    ['...', 'placeholder', '...'],
    ['…', 'placeholder', '…'],
    ['.....', 'placeholder', '.....'],
    ['??', 'placeholder', '??'],
    ['{{ limitations | default("n/a") }}', 'placeholder', '{{ limitations | default("n/a") }}'],
    ['[Your limitations here]', 'placeholder', '[Your limitations here]'],
    ['[Insert text]', 'placeholder', '[Insert text]'],
    ['[Describe the limits of the model]', 'placeholder', '[Describe the limits of the model]'],
    ['<your text here>', 'placeholder', '<your text here>'],
    ['Written by [Name] on [Date]', 'text', '[Name]', '[Date]'],
    ['Trained on [N] examples', 'text', '[N]'],
    ['Lorem ipsum dolor sit amet, consectetur', 'placeholder', 'Lorem ipsum dolor sit amet, consectetur'],
    ['Accuracy: XX%\n\n- XX%', 'text', 'XX%'],
    ['- **Inputs:**\n- **Outputs:**', 'placeholder', '**Inputs:**', '**Outputs:**'],
    ['- **Inputs:** TBD\n- **Outputs:** text', 'text', 'TBD'],
    ['| Metric | Value |\n|---|---|\n| F1 | TBD |', 'text', 'TBD'],
    [
      '| Metric | Value |\n|---|---|\n| F1 | [More Information Needed] |',
      'text',
      '[More Information Needed]',
    ],
    ['- [ ] Short texts\n- [ ] Other languages', 'text', '[ ]'],
    [
      'Summarize here. Include links where available.',
      'placeholder',
      'Summarize here. Include links where available.',
    ],
    ['Describe the data you used.', 'placeholder', 'Describe the data you used.'],
    [
      '_Please describe how the model was tested._',
      'placeholder',
      '_Please describe how the model was tested._',
    ],
    ['N/A', 'placeholder'],
    ['Unknown.', 'placeholder'],
    ['None', 'placeholder'],
    ['Not available', 'placeholder'],
    ['', 'empty'],
    ['<!-- Which inputs does it get wrong? -->', 'empty'],
    ['<!-- TODO -->', 'empty'],
    ['---', 'empty'],
    ['```\n```', 'empty'],
    ['<br>', 'empty'],
    ['Use the code below to get started with the model.', 'placeholder'],
  ])('%j', (body, substance, ...placeholders) => checkBody(body, substance, ...placeholders));
});

describe('text that only looks as if it waited', () => {
  test.each([
    'Tickets marked TODO are left where they are.',
    'A TODO in the code is no limitation.',
    'The TBD dataset is not covered.',
    'The tag `TODO` is not known to the tokenizer.',
    '`[More Information Needed]` is what the template says.',
    '```\nTODO\n```',
    '| Queue | F1 |\n|---|---|\n| Billing | 0.88 |\n| Sales | N/A |',
    '| Queue | F1 |\n|---|---|\n| Billing | 0.88 |\n| ... | ... |',
    'Short texts, long texts, ... all work less well.',
    'It waits... and then answers.',
    'The statement reads {{ insert: param, ac-1_prm_1 }} in the catalog.',
    '<!-- What does it get wrong? -->\n\nShort tickets.',
    'Short tickets. <!-- TODO: more -->',
    '- [x] Short texts\n- [ ] Other languages',
    '- [x] Short texts\n- [x] Other languages',
    '- [ ] Support for Dutch is planned for 2027',
    'See [the name](https://example.org) and [date][1].\n\n[1]: https://example.org',
    'Models of the size XXL are slower, xxx-large ones more so.',
    'Unknown words are split into pieces.',
    'None of the groups was measured apart.',
    'The label `unknown` is one of nine classes.',
    '**Short texts:** often misrouted',
    '**Short texts:**\n\n- often misrouted',
    '- **Short texts:**\n  - often misrouted',
    'A text of lorem ipsum gives no class.',
    'Describe the problem in full sentences: the model was trained on those, and short notes confuse it.\n\n| Length | F1 |\n|---|---|\n| 5 | 0.4 |',
    'List items are not read one by one; the model sees the whole list as one text, which lowers its score.',
    'To follow the order of the text, the model reads 512 tokens at once.',
    'The placeholder token is removed.',
    'Work in progress was left out of the training data.',
    'The work is to be done by people, not by the model.',
    'Accuracy falls to 0.5 for f[N] with large N.',
    '限界：短い文章では精度が下がります。',
    '短文本的准确率较低。',
    '**MIT**',
    '![Accuracy by length](figure.png)',
    '0.5',
  ])('%j', body => checkBody(body, 'text'));
});
