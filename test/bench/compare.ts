/** `npm run compare [-- teams]`: the comparison with a spreadsheet alone, over fewer teams where a number is given. */
import { benchComparison } from './comparison.ts';

await benchComparison(Number(process.argv[2] ?? '200'));
