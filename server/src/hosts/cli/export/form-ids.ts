/** The forms that an impact assessment can be written as; their questions are in catalogs/forms. */
export const FORM_IDS = ['fria', 'dpia', 'aia-ca', 'atrs', 'nist-map'] as const;
