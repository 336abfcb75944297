// Adds up the lines "N passed, N failed" that each window prints, into the one line that is looked for at the end.

/** Listens to what is printed from now on. */
export function countingLines() {
  let passed = 0;
  let failed = 0;
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk, ...rest) => {
    const found = /^(\d+) passed, (\d+) failed$/m.exec(String(chunk));
    if (found) {
      passed += Number(found[1]);
      failed += Number(found[2]);
    }
    return write(chunk, ...rest);
  };
  return { print: () => write(`${passed} passed, ${failed} failed\n`) };
}
