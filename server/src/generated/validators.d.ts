import type { ErrorObject } from 'ajv';

/** Checks plain data; after a call that gave false, `errors` says what is wrong. */
interface Validate { (data: unknown): boolean; errors?: ErrorObject[] | null }
export const validateMapping: Validate;
export const validateSystem: Validate;
export const validateEntry: Validate;
export const validateEvidence: Validate;
export const validateSignOff: Validate;
export const validateAssessment: Validate;
export const validateIncident: Validate;
export const validateConfig: Validate;
