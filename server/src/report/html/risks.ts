import { matrixSvg } from '../../workspace/assessment/matrix-svg.ts';
import type { AssessedRisks } from '../../workspace/assessment/rated.ts';
import { matrixNote } from '../risks-text.ts';
import { html, type Markup } from './markup.ts';

/** The risk matrix of each assessment as a picture, with its risks in a table for those who see no picture. */
export function risksSection(all: readonly AssessedRisks[], base: string | undefined): Markup {
  return html`<section aria-labelledby="risks"><h2 id="risks">Risks</h2>
${all.map(each => oneAssessment(each, base))}</section>
`;
}

function oneAssessment(assessed: AssessedRisks, base: string | undefined): Markup {
  const { path, risks, criteria } = assessed;
  const name =
    base === undefined
      ? html`${path}`
      : html`<a href="${base}${path.split('/').map(encodeURIComponent).join('/')}">${path}</a>`;
  return html`<h3>${name}</h3>
<figure class="matrix">${{ markup: matrixSvg(risks, criteria) }}<figcaption>${matrixNote(assessed)}</figcaption></figure>
<div class="wide" role="region" tabindex="0" aria-label="Risks of ${path}"><table><caption>Rated risks</caption>
<thead><tr><th scope="col">Risk</th><th scope="col">Before measures</th><th scope="col">Left</th></tr></thead>
<tbody>${risks.map(
    ({ label, text, inherent, residual }) =>
      html`<tr><th scope="row">${label === text ? label : `${label}: ${text}`}</th><td>${scoreText(inherent)}</td><td>${scoreText(residual)}</td></tr>
`,
  )}</tbody></table></div>`;
}

function scoreText(score: AssessedRisks['risks'][number]['inherent']): string {
  return score === undefined
    ? '–'
    : `${score.score} (${score.likelihood} × ${score.severity}), ${score.level}`;
}
