/** `npm run bench`: speed of the main job by fixed work. A report, not a test: nothing fails here. */
import { benchImport } from './import.ts';
import { benchLarge } from './large.ts';
import { report } from './measure.ts';
import { benchPage } from './page.ts';
import { benchPlanning } from './planning.ts';

report(await benchPlanning());
report(await benchImport());
report(benchLarge());
report(await benchPage());
