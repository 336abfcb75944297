/** What stands in a reassessment where an answer rests on something that has changed. */
export const LOOK_AGAIN = 'TODO: look at this again';

/** The mark as YAML has it, where no text can stand between the keys. */
export const YAML_MARK = `# ${LOOK_AGAIN}`;
