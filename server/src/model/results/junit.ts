import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { later, type TestResult, testResult } from './result.ts';

/** Larger files are logs of a build rather than a report that a person would sign. */
const MOST_CHARACTERS = 20_000_000;

/**
 * Reads JUnit XML. Entities other than XML's own five are not expanded and document types are ignored, so that
 * neither a bomb nor a file of the machine can come in through them.
 */
export function readJUnit(text: string): TestResult {
  if (text.length > MOST_CHARACTERS)
    return testResult('junit', { fault: 'it is larger than 20 million characters' });
  let root: XmlElement | null;
  try {
    root = parseXml(text.replace(/^\uFEFF/, ''), { ignoreUndefinedEntities: true }).root;
  } catch (error) {
    return testResult('junit', { fault: `it is not well-formed XML (${firstLine(error)})` });
  }
  if (root === null || !/^testsuites?$/.test(root.name))
    return testResult('junit', { fault: 'it has no <testsuite>' });
  return counted(root);
}

function counted(root: XmlElement): TestResult {
  let passed = 0;
  let when: string | undefined;
  const failures: string[] = [];
  const open: XmlElement[] = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    when = later(when, timeOf(element));
    if (element.name !== 'testcase') {
      open.push(...children(element));
      continue;
    }
    const outcomes = children(element).map(child => child.name);
    if (outcomes.includes('failure') || outcomes.includes('error')) failures.push(nameOf(element));
    else if (!outcomes.includes('skipped')) passed += 1;
  }
  return testResult('junit', { passed, failed: failures.length, failures: failures.toReversed(), when });
}

function children(element: XmlElement): XmlElement[] {
  return element.children.filter(child => child instanceof XmlElement);
}

function timeOf(element: XmlElement): string | undefined {
  const stamp = element.attributes['timestamp'];
  return stamp !== undefined && /^\d{4}-\d{2}-\d{2}/.test(stamp) ? stamp : undefined;
}

function nameOf(test: XmlElement): string {
  return (
    [test.attributes['classname'], test.attributes['name']]
      .filter(part => part !== undefined && part !== '')
      .join(' › ') || 'unnamed test'
  );
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]?.trim() ?? '';
}
