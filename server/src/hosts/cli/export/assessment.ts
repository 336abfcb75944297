import { formJson } from '../../../report/forms/json.ts';
import { formMarkdown } from '../../../report/forms/markdown.ts';
import { tally } from '../../../report/forms/words.ts';
import { formOf } from '../../../workspace/forms/read.ts';
import { EXIT, type Given, type Terminal, UsageError } from '../command.ts';
import { type Opened, openPlaces } from '../open.ts';
import { deliver } from '../output.ts';
import { isGiven } from '../places.ts';
import { FORM_IDS } from './form-ids.ts';

/** Writes an impact assessment as a form, and says how many questions remain. */
export async function exportAssessment({ positionals, values }: Given, terminal: Terminal): Promise<number> {
  const id = values['form'];
  if (id === undefined) throw new UsageError(`name the form: --form ${FORM_IDS.join('|')}`);
  if (positionals.length > 1) throw new UsageError('name one impact assessment');
  const opened = await openPlaces(positionals, values['config'], terminal);
  const { session, shown, path } = assessmentIn(opened, positionals[0]);
  const filled = formOf(session, path, id);
  const source = session.source(path);
  if (filled === undefined || source === undefined)
    throw new UsageError(`${shown(path)} is no impact assessment`);
  const exported = {
    ...filled,
    path: shown(path),
    lineOf: (offset: number) => source.position(offset).line + 1,
  };
  const text = values['format'] === 'json' ? formJson(exported) : formMarkdown(exported);
  await deliver(text, values['output'], terminal);
  const { answered, partly, open } = tally(filled.answers);
  terminal.note(
    `${shown(path)} answers ${answered} of ${filled.answers.length} questions of the form, ${partly} in part; ${open} are open`,
  );
  return EXIT.fine;
}

interface Found extends Opened {
  readonly path: string;
}

/** The one impact assessment at the places that were named. */
function assessmentIn(opened: readonly Opened[], named: string | undefined): Found {
  const found = opened.flatMap(each =>
    each.session
      .graph(new Set())
      .documents('impact-assessment')
      .filter(path => isGiven(each.place, path))
      .map(path => ({ ...each, path })),
  );
  const [only, ...others] = found;
  if (only === undefined)
    throw new UsageError(
      named === undefined
        ? 'there is no impact assessment here; "clausewright new impact-assessment" starts one'
        : `${named} is no impact assessment`,
    );
  if (others.length > 0)
    throw new UsageError(
      `there are ${found.length} impact assessments; name one of ${found.map(each => each.shown(each.path)).join(', ')}`,
    );
  return only;
}
