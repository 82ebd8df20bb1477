/**
 * What levelling asks of a solver of linear models. The solver itself is an argument, so that this folder
 * stays free of I/O; the engine passes HiGHS.
 */

/** Minimise Σ cost·x within bounds of columns and rows. Rows are sparse, in compressed row form. */
export type LinearModel = {
  cost: number[];
  lower: number[];
  upper: number[];
  /** True where the column must be a whole number; null when none must. */
  isInteger: boolean[] | null;
  rowLower: number[];
  rowUpper: number[];
  /** Start of each row in `columns` and `values`, with the total length last. */
  rowStarts: number[];
  columns: number[];
  values: number[];
};

export type SolverOptions = {
  /** Stop once (incumbent − bound) ÷ incumbent is at most this. */
  relativeGap?: number;
  /** … or once incumbent − bound is at most this. */
  absoluteGap?: number;
  /** Where a model without whole numbers, alike but for its bounds, ended: the search goes on from there. */
  basis?: Basis;
  /** A feasible solution to start from. */
  start?: Float64Array;
  /** Branch at most this often; the best solution so far is the answer. */
  maxNodes?: number;
  /** Take the first feasible solution that is found, however good. */
  firstOnly?: boolean;
  /** False where the model is already cut down so far that simplifying it first costs more than it gains. */
  simplifies?: boolean;
};

/** Which columns and rows stand at a bound of theirs. */
export type Basis = { columns: Int32Array; rows: Int32Array };

export type Solution =
  | {
      status: 'solved';
      values: Float64Array;
      objective: number;
      bound: number;
      /** What a unit more of each row's limit changes the objective by; null where columns are whole numbers. */
      duals: Float64Array | null;
      basis: Basis | null;
    }
  | { status: 'infeasible' }
  /** The limit of branching was reached before any solution was found: there may be one. */
  | { status: 'not-found' };

/** Deterministic: the same model and options give the same values. */
export type Solver = (model: LinearModel, options?: SolverOptions) => Solution;
