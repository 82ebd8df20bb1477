/** Before tests that run what is built: it is built anew where a source is newer. */
import { backend, buildIfStale } from '../build/parts/freshness.ts';

export default (): Promise<void> => buildIfStale(backend);
