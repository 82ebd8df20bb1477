/** `npm run bench`: speed of the main job by fixed work, levelling beside a spreadsheet, and how right forecasts are. A report, not a test: nothing fails here. */
import { benchAbstractions } from './abstractions.ts';
import { benchComparison } from './comparison.ts';
import { benchForecastCases, benchForecastTime } from './forecast-cases.ts';
import { benchForecastTotals } from './forecast-totals.ts';
import { benchImport } from './import.ts';
import { benchLarge } from './large.ts';
import { benchLoopback } from './loopback.ts';
import { report } from './measure.ts';
import { benchPage } from './page.ts';
import { benchPlanning } from './planning.ts';
import { benchScenarioPage } from './scenario-page.ts';
import { benchScenarios } from './scenarios.ts';

report(await benchPlanning());
await benchComparison();
report(await benchForecastTime());
benchForecastTotals();
benchForecastCases();
report(await benchScenarios());
report(await benchImport());
report(await benchAbstractions());
report(await benchLarge());
report(await benchLoopback());
report(await benchPage());
report(await benchScenarioPage());
