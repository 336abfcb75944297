/** A cut of NIST SP 800-53 revision 5 in OSCAL: ids and titles only, which are in the public domain. */
export const NIST_800_53 = JSON.stringify(
  {
    catalog: {
      uuid: '6f6a4f6c-0000-4000-8000-000000000053',
      metadata: {
        title: 'NIST SP 800-53 Revision 5: Security and Privacy Controls',
        version: '5.1.1',
        'oscal-version': '1.1.2',
        parties: [{ uuid: 'p1', type: 'organization', name: 'NIST' }],
        'responsible-parties': [{ 'role-id': 'creator', 'party-uuids': ['p1'] }],
      },
      groups: [
        {
          id: 'ac',
          class: 'family',
          title: 'Access Control',
          controls: [
            control('ac-1', 'AC-1', 'Policy and Procedures'),
            {
              ...control('ac-2', 'AC-2', 'Account Management'),
              params: [{ id: 'ac-02_odp.01', label: 'period' }],
              parts: [
                {
                  name: 'statement',
                  prose: 'Accounts are reviewed every {{ insert: param, ac-02_odp.01 }}.',
                },
                { name: 'guidance', prose: 'Accounts come in many kinds.' },
              ],
              links: [{ rel: 'related', href: '#ac-3' }],
              controls: [
                control('ac-2.1', 'AC-2(1)', 'Automated System Account Management'),
                {
                  ...control('ac-2.10', 'AC-2(10)', 'Shared and Group Account Credential Change'),
                  props: [
                    { name: 'label', value: 'AC-2(10)' },
                    { name: 'status', value: 'withdrawn' },
                  ],
                  links: [{ rel: 'incorporated-into', href: '#ac-2' }],
                },
              ],
            },
            control('ac-3', 'AC-3', 'Access Enforcement'),
          ],
        },
      ],
    },
  },
  undefined,
  2,
);

function control(id: string, label: string, title: string): Record<string, unknown> {
  return {
    id,
    class: 'SP800-53',
    title,
    props: [
      { name: 'label', class: 'sp800-53a', value: label.replace(/\d+/g, digits => digits.padStart(2, '0')) },
      { name: 'label', value: label },
    ],
  };
}

/** Where the cut lies in tests. */
export const NIST_PATH = 'catalogs/NIST_SP-800-53_rev5_catalog.json';
/** The framework's id, which comes from that name. */
export const NIST_ID = 'nist-sp-800-53-rev5';
