/** `npm run screenshot`: takes the README's picture anew, from the demo. */
import { join } from 'node:path';
import { withDemoPage } from './demo-page.ts';
import { buildIfStale, page as pageTarget } from '../../build/parts/freshness.ts';
import { root } from '../../build/parts/paths.ts';

await buildIfStale(pageTarget);
await withDemoPage(async (page) => {
  await page.screenshot({ path: join(root, 'docs', 'overview.png') });
});
