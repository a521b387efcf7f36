/** What of a file of Terraform's variables is still a placeholder: right in form, wrong in value. Pure. */

/** The mark beside a value; and what a value itself says that lost its mark. */
const mark = /\bplaceholder\b|PLACEHOLD/;

/**
 * A line for every line of `text` that is marked, with its number.
 * @param file as the lines name it
 */
export const placeholders = (file: string, text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((line, index) => (mark.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : []));
