/** The file of a worker thread: `.ts` in the source, `.js` in the build, beside whoever starts it. */
export const workerEntry = (name: string, beside: string): URL =>
  new URL(`./${name}${beside.endsWith('.ts') ? '.ts' : '.js'}`, beside);
