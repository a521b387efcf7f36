/** Fails when a workflow breaks a rule of the house. actionlint, a step of its own, knows GitHub's. */
import { allRules } from '../workflows/all-rules.ts';
import { houseOf, sourceFiles } from '../workflows/house.ts';

const house = houseOf(sourceFiles());
const problems = allRules.flatMap((rule) => rule(house));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
