// Preloaded into a server: its clock is ahead by as many days as the file CLAUSEWRIGHT_TEST_DAYS says at that moment,
// and what would wait for minutes happens soon.
const { readFileSync } = require('node:fs');

const RealDate = Date;
const file = process.env.CLAUSEWRIGHT_TEST_DAYS;
const START = RealDate.UTC(2026, 10, 22, 12);
const now = () => START + Number(readFileSync(file, 'utf8')) * 86_400_000;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now() {
    return now();
  }
};

const realTimeout = globalThis.setTimeout;
globalThis.setTimeout = (run, milliseconds, ...rest) =>
  realTimeout(run, milliseconds >= 60_000 ? 50 : milliseconds, ...rest);
