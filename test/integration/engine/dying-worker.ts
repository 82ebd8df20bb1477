/** A worker that ends before it has a result. */
process.exit(1);
