import { systemLines } from './front.ts';
import type { NewKind } from './kind.ts';
import { contextOf, freshConcepts, sectionedText } from './sectioned.ts';

/** The record of an incident or a concern, with all sections and the dates from which periods run. */
export const newIncident: NewKind = {
  kind: 'incident',
  title: 'an incident record',
  formats: ['markdown'],
  fileName: () => 'incident.md',
  write(place) {
    const text = sectionedText(
      {
        front: [
          'clausewright: incident/1',
          ...systemLines(place),
          'type: incident # or concern, where somebody has doubts and nothing has happened',
          'severity: # low, medium, high or critical, for the people affected',
          'serious: # no, or what makes it serious under the EU AI Act, Art. 3(49)',
          'status: open',
          'occurred: # YYYY-MM-DD',
          `detected: ${place.session.today} # the day you became aware of it`,
          'owner: # who answers for dealing with it',
        ],
        title: 'What happened, in one line',
        intro: [],
        concepts: freshConcepts(place.library.vocabulary('incident').concepts),
      },
      contextOf(place, 'incident'),
    );
    return {
      text,
      notes: [
        'Once it is contained, say below "Effect on the impact assessment" whether the assessment still holds.',
      ],
    };
  },
};
