import { bareId } from './coverage-words.ts';
import { visible } from './excerpt.ts';
import type { Paint } from './paint.ts';
import type { Sample, Sampled, SampledEvidence, SamplePlace } from './sample.ts';

/** A sample for people: for each control the clause, the claim, the evidence and the sign-off. */
export function sampleText(sample: Sample, paint: Paint): string {
  const parts = sample.controls.map(each =>
    [
      paint.path(visible(headOf(each))),
      `  clause    ${visible(each.clause.summary)}`,
      `  claim     ${visible(claimOf(each))}`,
      ...each.markers.map(place => `  marked    ${visible(shown(place))}`),
      ...(each.evidence.length === 0 ? ['  evidence  none'] : each.evidence.flatMap(evidenceLines)),
      '',
    ].join('\n'),
  );
  return `${paint.faint(introOf(sample))}\n\n${parts.join('\n')}`;
}

function evidenceLines(evidence: SampledEvidence): string[] {
  return [
    `  evidence  ${visible(evidence.target)}${evidence.place === null ? '' : ` (${visible(shown(evidence.place))})`}: ${visible(standingOf(evidence))}`,
    `  sign-off  ${visible(signOffOf(evidence))}`,
  ];
}

/** The same as Markdown, to work through. */
export function sampleMarkdown(sample: Sample): string {
  const parts = sample.controls.map(each =>
    [
      `## ${plain(headOf(each))}`,
      '',
      plain(each.clause.summary),
      '',
      `- Claim: ${plain(claimOf(each))}`,
      ...each.markers.map(place => `- Marked at ${plain(shown(place))}`),
      ...(each.evidence.length === 0 ? ['- [ ] No evidence'] : []),
      ...each.evidence.flatMap(evidence => [
        `- [ ] ${plain(evidence.target)}: ${plain(standingOf(evidence))}`,
        `  - Sign-off: ${plain(signOffOf(evidence))}`,
      ]),
      '',
    ].join('\n'),
  );
  return [`# Sample`, '', plain(introOf(sample)), '', ...parts].join('\n');
}

function introOf({ seed, population, controls }: Sample): string {
  return `${controls.length} of ${population} applicable controls, drawn with seed ${seed}.`;
}

function headOf({ clause, system }: Sampled): string {
  return `${clause.framework} ${bareId(clause.id)} ${clause.title}${system === null ? '' : `, ${system}`}`;
}

function claimOf({ claim, strength, needed }: Sampled): string {
  const standing = `${strength} evidence, ${needed} is needed`;
  if (claim === null) return `no entry; ${standing}`;
  return `${shown(claim.place)}: ${claim.status ?? 'no status'}, owner ${claim.owner ?? 'not named'}; ${standing}`;
}

function standingOf({ strength, reason }: SampledEvidence): string {
  return reason === null ? strength : `${strength}, because ${reason}`;
}

function signOffOf({ signed, suspect, digest }: SampledEvidence): string {
  const now = digest === null ? '' : `; the text has digest ${digest} now`;
  if (signed === null) return `none${now}`;
  const when = signed.on === null ? '' : ` on ${signed.on}`;
  const what = signed.digest === null ? ' without a digest' : ` for digest ${signed.digest}`;
  return `${signed.by}${when}${what}${suspect ? ', changed since' : ''}${now}`;
}

function shown({ path, line }: SamplePlace): string {
  return `${path}:${line}`;
}

/** Text that is not read as Markdown or HTML. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\<>*_`[\]|#]/g, each => `\\${each}`);
}
