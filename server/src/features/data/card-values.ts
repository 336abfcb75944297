/** Values of front-matter keys of cards, as the Hugging Face hub accepts them. What they mean is in our own words. */
interface Value {
  readonly value: string;
  readonly meaning: string;
}

function values(table: string): readonly Value[] {
  return table
    .trim()
    .split('\n')
    .map(line => {
      const [value = '', meaning = ''] = line.split('|');
      return { value: value.trim(), meaning: meaning.trim() };
    });
}

/** Licence ids of the hub. */
export const LICENSES = values(`
apache-2.0|Apache License 2.0
mit|MIT License
bsd-2-clause|BSD 2-Clause
bsd-3-clause|BSD 3-Clause
bsd-3-clause-clear|BSD 3-Clause Clear
bsd|BSD licences, version not stated
isc|ISC License
mpl-2.0|Mozilla Public License 2.0
epl-1.0|Eclipse Public License 1.0
epl-2.0|Eclipse Public License 2.0
eupl-1.1|European Union Public Licence 1.1
eupl-1.2|European Union Public Licence 1.2
agpl-3.0|GNU Affero General Public License 3.0
gpl|GNU General Public License, version not stated
gpl-2.0|GNU General Public License 2.0
gpl-3.0|GNU General Public License 3.0
lgpl|GNU Lesser General Public License, version not stated
lgpl-2.1|GNU Lesser General Public License 2.1
lgpl-3.0|GNU Lesser General Public License 3.0
gfdl|GNU Free Documentation License
afl-3.0|Academic Free License 3.0
artistic-2.0|Artistic License 2.0
bsl-1.0|Boost Software License 1.0
ecl-2.0|Educational Community License 2.0
ms-pl|Microsoft Public License
ncsa|University of Illinois / NCSA Open Source License
ofl-1.1|SIL Open Font License 1.1
osl-3.0|Open Software License 3.0
postgresql|PostgreSQL License
lppl-1.3c|LaTeX Project Public License 1.3c
zlib|zlib License
unlicense|The Unlicense
wtfpl|Do What The Fuck You Want To Public License
cc|Creative Commons, licence not stated
cc0-1.0|Creative Commons Zero 1.0, no rights reserved
cc-by-2.0|Creative Commons: attribution
cc-by-2.5|Creative Commons: attribution
cc-by-3.0|Creative Commons: attribution
cc-by-4.0|Creative Commons: attribution
cc-by-sa-3.0|Creative Commons: attribution, share alike
cc-by-sa-4.0|Creative Commons: attribution, share alike
cc-by-nc-2.0|Creative Commons: attribution, no commercial use
cc-by-nc-3.0|Creative Commons: attribution, no commercial use
cc-by-nc-4.0|Creative Commons: attribution, no commercial use
cc-by-nd-4.0|Creative Commons: attribution, no derivatives
cc-by-nc-nd-3.0|Creative Commons: attribution, no commercial use, no derivatives
cc-by-nc-nd-4.0|Creative Commons: attribution, no commercial use, no derivatives
cc-by-nc-sa-2.0|Creative Commons: attribution, no commercial use, share alike
cc-by-nc-sa-3.0|Creative Commons: attribution, no commercial use, share alike
cc-by-nc-sa-4.0|Creative Commons: attribution, no commercial use, share alike
cdla-sharing-1.0|Community Data License Agreement, sharing
cdla-permissive-1.0|Community Data License Agreement, permissive 1.0
cdla-permissive-2.0|Community Data License Agreement, permissive 2.0
c-uda|Computational Use of Data Agreement
odbl|Open Database License
odc-by|Open Data Commons Attribution
pddl|Open Data Commons Public Domain Dedication
etalab-2.0|Etalab Open License 2.0
openrail|Open and Responsible AI License, with use restrictions
openrail++|Open and Responsible AI License++, with use restrictions
creativeml-openrail-m|CreativeML Open RAIL-M, with use restrictions
bigscience-openrail-m|BigScience Open RAIL-M, with use restrictions
bigscience-bloom-rail-1.0|BigScience BLOOM RAIL 1.0, with use restrictions
bigcode-openrail-m|BigCode Open RAIL-M, with use restrictions
llama2|Llama 2 Community License, with use restrictions
llama3|Llama 3 Community License, with use restrictions
llama3.1|Llama 3.1 Community License, with use restrictions
llama3.2|Llama 3.2 Community License, with use restrictions
llama3.3|Llama 3.3 Community License, with use restrictions
llama4|Llama 4 Community License, with use restrictions
gemma|Gemma Terms of Use, with use restrictions
deepfloyd-if-license|DeepFloyd IF License
apple-ascl|Apple Sample Code License
apple-amlr|Apple Machine Learning Research License
intel-research|Intel Research Use License
h-research|H Research License
unknown|Not known; say in the card what you know
other|Another one: name it in license_name and link it in license_link
`);

/** Tasks of models and data sets. */
export const PIPELINE_TAGS = values(`
text-generation
text-classification
token-classification
question-answering
table-question-answering
zero-shot-classification
translation
summarization
feature-extraction
fill-mask
sentence-similarity
text-ranking
text-to-speech
text-to-audio
automatic-speech-recognition
audio-to-audio
audio-classification
voice-activity-detection
image-classification
object-detection
image-segmentation
depth-estimation
text-to-image
image-to-text
image-to-image
image-to-video
unconditional-image-generation
video-classification
text-to-video
zero-shot-image-classification
zero-shot-object-detection
mask-generation
text-to-3d
image-to-3d
image-feature-extraction
keypoint-detection
visual-question-answering
document-question-answering
image-text-to-text
audio-text-to-text
video-text-to-text
visual-document-retrieval
any-to-any
tabular-classification
tabular-regression
time-series-forecasting
reinforcement-learning
robotics
graph-ml
other
`);

/** How a model was made from its base model. */
export const RELATIONS = values(`
adapter|A small set of weights on top of the base model
finetune|Trained further from the base model
merge|Put together from several models
quantized|The same weights with fewer bits
`);

/** Numbers of records. */
export const SIZES = values(`
n<1K
1K<n<10K
10K<n<100K
100K<n<1M
1M<n<10M
10M<n<100M
100M<n<1B
1B<n<10B
10B<n<100B
100B<n<1T
n>1T
`);
