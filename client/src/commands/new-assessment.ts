import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { NewParams, SystemsMethod, SystemsResult } from '../../../server/src/lsp/protocol.ts';
import { createDocument, folderOf } from './new-document.ts';
import { type Answers, askInSteps, type Step } from './steps.ts';

const SYSTEMS: SystemsMethod = 'clausewright/systems';

/** Starts an impact assessment: asks how deep, for which system, what kind of model, who is affected, and where. */
export async function newImpactAssessment(client: BaseLanguageClient, where?: vscode.Uri): Promise<void> {
  const folder = await folderOf(where);
  if (folder === undefined) return;
  const { systems } = await client.sendRequest<SystemsResult>(SYSTEMS);
  const title = vscode.l10n.t('New Impact Assessment');
  const answers = await askInSteps(title, answers => stepsFor(systems, answers));
  if (answers === undefined) return;
  const { system = '', ...others } = answers;
  const said = Object.fromEntries(Object.entries(others).filter(([, value]) => value.trim() !== ''));
  const params: NewParams = {
    kind: 'impact-assessment',
    folder: folder.toString(),
    ...(system.trim() === '' ? {} : { system: system.trim() }),
    answers: said,
  };
  await createDocument(client, params);
}

/** The questions, after what was answered so far: a reassessment knows all but its system. */
function stepsFor(systems: SystemsResult['systems'], { depth }: Answers): readonly Step[] {
  const steps: readonly Step[] = [depthStep(), systemStep(systems)];
  return depth === 'reassessment' ? steps : [...steps, modelStep(), affectedStep(), whereStep()];
}

function depthStep(): Step {
  return {
    name: 'depth',
    prompt: vscode.l10n.t('How deep does the assessment go?'),
    choices: [
      {
        value: 'full',
        label: vscode.l10n.t('Full assessment'),
        detail: vscode.l10n.t('Every section, filled with what card, dataset cards and mapping say'),
      },
      {
        value: 'screening',
        label: vscode.l10n.t('Screening'),
        detail: vscode.l10n.t('One page that decides whether a full assessment is needed'),
      },
      {
        value: 'reassessment',
        label: vscode.l10n.t('Reassessment'),
        detail: vscode.l10n.t('A copy of the assessment before; answers are marked where something changed'),
      },
    ],
  };
}

function systemStep(systems: SystemsResult['systems']): Step {
  const prompt = vscode.l10n.t('Which AI system is assessed?');
  if (systems.length === 0)
    return {
      name: 'system',
      prompt: vscode.l10n.t('A short id of the AI system, as documents name it in "system:"; may stay empty'),
    };
  return {
    name: 'system',
    prompt,
    choices: systems.map(({ id, name }) => ({
      value: id,
      label: id,
      ...(name === undefined ? {} : { detail: name }),
    })),
  };
}

function modelStep(): Step {
  return {
    name: 'modelType',
    prompt: vscode.l10n.t('What kind of model is it? It decides which threats are asked about.'),
    choices: [
      { value: '', label: vscode.l10n.t('As the documents say, or not known yet') },
      {
        value: 'predictive',
        label: vscode.l10n.t('Predictive'),
        detail: vscode.l10n.t('Classifies, scores or forecasts'),
      },
      {
        value: 'generative',
        label: vscode.l10n.t('Generative'),
        detail: vscode.l10n.t('Produces text, images, audio or code'),
      },
      {
        value: 'agentic',
        label: vscode.l10n.t('Agentic'),
        detail: vscode.l10n.t('Plans and acts through tools'),
      },
      {
        value: 'rule-based',
        label: vscode.l10n.t('Rule-based'),
        detail: vscode.l10n.t('Rules written by people'),
      },
    ],
  };
}

function affectedStep(): Step {
  return {
    name: 'affected',
    prompt: vscode.l10n.t('Who is affected? Groups, parted by commas; may stay empty'),
    placeholder: vscode.l10n.t('applicants, credit officers'),
  };
}

function whereStep(): Step {
  return {
    name: 'where',
    prompt: vscode.l10n.t('Where is it used? Countries or places, parted by commas; may stay empty'),
    placeholder: vscode.l10n.t('Finland, Sweden'),
  };
}
