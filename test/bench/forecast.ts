/** `npm run bench:forecast [-- forces]`: the forecasts alone, over fewer forces where a number is given. */
import { benchForecastCases } from './forecast-cases.ts';
import { benchForecastTotals } from './forecast-totals.ts';

benchForecastTotals();
benchForecastCases(Number(process.argv[2] ?? '200'));
