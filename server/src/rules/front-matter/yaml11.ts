import type { YamlScalar } from '../../syntax/yaml/nodes.ts';

/** What a YAML 1.1 loader makes of a text that is written without quotes. */
export interface Misread {
  /** What it is read as, in words. */
  readonly as: string;
}

const FLAG = /^(?:yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/;
const DATE = /^(?:\d{4}-\d{2}-\d{2}|\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}[\d.:+Zz \t-]*)$/;
const SIXTIES = /^[-+]?\d[\d_]*(?::[0-5]?\d){1,20}(?:\.[\d_]*)?$/;
const OCTAL = /^[-+]?0[0-7_]*[0-7]$/;
const BINARY = /^[-+]?0b[01_]+$/;
const GROUPED = /^[-+]?[1-9]\d*(?:_\d+)+(?:\.\d*)?$/;
const TRAILING_ZERO = /^[-+]?\d+\.\d+0$/;

/** What becomes of a text without quotes; undefined where a YAML 1.1 loader gives back the same text or number. */
export function misreadAs(node: YamlScalar): Misread | undefined {
  const { source, style } = node;
  if (style !== 'plain' || source.length > 40) return undefined;
  if (FLAG.test(source)) return { as: /^(?:yes|on)$/i.test(source) ? 'true' : 'false' };
  if (DATE.test(source)) return { as: 'a date' };
  if (SIXTIES.test(source) && source.includes(':')) return { as: `the number ${sixties(source)}` };
  if (OCTAL.test(source)) return { as: `the number ${Number.parseInt(source.replaceAll('_', ''), 8)}` };
  if (BINARY.test(source)) return { as: 'a binary number' };
  if (GROUPED.test(source)) return { as: `the number ${source.replaceAll('_', '')}` };
  if (TRAILING_ZERO.test(source)) return { as: `the number ${Number(source)}` };
  return undefined;
}

function sixties(source: string): number {
  const sign = source.startsWith('-') ? -1 : 1;
  const parts = source.replace(/^[-+]/, '').replaceAll('_', '').split(':');
  return sign * parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}
