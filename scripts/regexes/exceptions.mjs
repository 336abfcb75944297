/**
 * Expressions that are not linear, or that the checker gives no answer about, and what bounds the text they see.
 * @type {readonly { file: string, begins: string, bound: number, reason: string }[]}
 */
export const EXCEPTIONS = [];
