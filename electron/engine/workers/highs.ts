/** HiGHS (WebAssembly) as the solver of levelling: one thread, fixed seed, no time limit, so that the same model gives the same answer. */
import loadHighs from 'highs';
import type { LinearModel, Solution, Solver, SolverOptions } from '#shared/planning/levelling/solver.ts';

const OPTIMAL = 7;
const INFEASIBLE = 8;
/** Told before the search starts. Costs and columns are never below zero here, so it cannot be unbounded. */
const UNBOUNDED_OR_INFEASIBLE = 9;
const UNKNOWN = 15;
const SOLUTION_LIMIT = 16;

/** Loads the solver once; the solver itself is synchronous and belongs in a worker. */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs();
  return (model: LinearModel, options: SolverOptions = {}): Solution =>
    highs.withModel(
      {
        numCols: model.cost.length,
        numRows: model.rowLower.length,
        colCost: model.cost,
        colLower: model.lower,
        colUpper: model.upper,
        rowLower: model.rowLower,
        rowUpper: model.rowUpper,
        matrix: {
          format: 'csr',
          numRows: model.rowLower.length,
          numCols: model.cost.length,
          starts: model.rowStarts,
          indices: model.columns,
          values: model.values,
        },
        ...(model.isInteger && {
          integrality: Int32Array.from(model.isInteger, (isInteger) => (isInteger ? 1 : 0)),
        }),
      },
      (instance): Solution => {
        instance.options.set({
          output_flag: false,
          random_seed: 0,
          // Chains alike are counted as one, so there is no symmetry left worth looking for.
          mip_detect_symmetry: false,
          mip_rel_gap: options.relativeGap ?? 0,
          mip_abs_gap: options.absoluteGap ?? 1e-6,
          // Looking for better plans among reduced costs takes a third of the time here and finds none.
          mip_heuristic_run_root_reduced_cost: false,
          presolve: options.simplifies === false ? 'off' : 'choose',
          ...(options.firstOnly === true && { mip_max_improving_sols: 1 }),
          ...(options.maxNodes !== undefined && { mip_max_nodes: options.maxNodes }),
        });
        if (options.start) instance.setSolution({ colValue: options.start });
        if (options.basis) {
          instance.setBasis({ colStatus: options.basis.columns, rowStatus: options.basis.rows });
        }
        instance.run();
        if (options.basis && instance.getModelStatus() === UNKNOWN) {
          // Where it was led astray by where it began, it finds its own way.
          instance.clearSolver();
          instance.run();
        }
        const status = instance.getModelStatus();
        if (status === INFEASIBLE || status === UNBOUNDED_OR_INFEASIBLE) return { status: 'infeasible' };
        if (status !== OPTIMAL && status !== SOLUTION_LIMIT) {
          throw new Error(`The solver ended with status ${String(status)}; expected optimal or infeasible.`);
        }
        const objective = instance.getObjectiveValue();
        // Stopped at a limit with nothing in hand, the solver still gives values: they are no solution.
        if (!Number.isFinite(objective)) return { status: 'not-found' };
        const { colValue: values, rowDual } = instance.getSolution();
        if (model.isInteger) {
          const bound = Number(instance.info.get('mip_dual_bound'));
          return { status: 'solved', values, objective, bound, duals: null, basis: null };
        }
        const { colStatus, rowStatus } = instance.getBasis();
        const basis = { columns: colStatus, rows: rowStatus };
        return { status: 'solved', values, objective, bound: objective, duals: rowDual, basis };
      },
    );
}
