/** What people cost: pay and on-cost by role and contract. Data, editable; a value nobody has given is missing. */
import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { Contract, OfficerRole, type Contract as ContractType } from './officer.ts';

export const PayValue = z.strictObject({
  /** Null until someone enters it: never zero, never a guess. */
  value: z.number().min(0).max(1_000_000).nullable(),
  /** Where the value comes from, in words a reader can check. */
  source: z.string().max(500),
  /** The pay year or date that the value is of, in words: "from September 2025". */
  year: z.string().max(60),
  /** True once the force has said that this value is its own. */
  confirmed: z.boolean(),
  /** The day on which the value was last changed; null for a shipped one. */
  setOn: IsoDate.nullable(),
});
/** An amount or a share with its source, its year and whether the force stands by it. */
export type PayValue = z.infer<typeof PayValue>;

export const PayRate = z.strictObject({
  role: OfficerRole,
  contract: Contract,
  /** Pounds a year of one full-time equivalent. */
  pay: PayValue,
  /** What the employer pays on top, as a share of pay: 0.353 is 35.3 %. */
  onCost: PayValue,
});
export type PayRate = z.infer<typeof PayRate>;

export const PayTable = z.strictObject({ rates: z.array(PayRate).min(1).max(20) });
/** One rate for each role and contract. */
export type PayTable = z.infer<typeof PayTable>;

export const payRoles: Record<OfficerRole, string> = {
  'offender-manager': 'Offender manager',
  supervisor: 'Supervisor',
  other: 'Other',
};
const payContracts: Record<ContractType, string> = {
  officer: 'police officer',
  staff: 'police staff',
};

/** `Offender manager, police officer` */
export const payName = ({ role, contract }: Pick<PayRate, 'role' | 'contract'>): string =>
  `${payRoles[role]}, ${payContracts[contract]}`;

const shipped = (value: number | null, source: string, year: string): PayValue => ({
  value,
  source,
  year,
  confirmed: false,
  setOn: null,
});

const TO_ENTER = 'No published figure found: enter the force’s own';
const toEnter = (): PayValue => shipped(null, TO_ENTER, '');

/** The value of a person, and its source: that none is published is no source of one. */
export const entered = (held: PayValue, value: number | null): Pick<PayValue, 'value' | 'source'> => ({
  value,
  source: value !== null && held.source === TO_ENTER ? '' : held.source,
});

const PENSION =
  'Employer pension contribution alone (Home Office evidence to the Police Remuneration Review Body 2024–25); ' +
  'add National Insurance and the force’s overheads';
const officerOnCost = (): PayValue => shipped(0.353, PENSION, '2024/25');

/** The pay table a new workspace starts with: every value unconfirmed, what is not published left open. */
export function examplePayTable(): PayTable {
  return {
    rates: [
      {
        role: 'offender-manager',
        contract: 'officer',
        pay: shipped(
          50_260,
          'Top of the constables’ scale: £48,231 from September 2024 (press reports of the scale) and 4.2\u00a0% in 2025',
          'from September 2025',
        ),
        onCost: officerOnCost(),
      },
      { role: 'offender-manager', contract: 'staff', pay: toEnter(), onCost: toEnter() },
      { role: 'supervisor', contract: 'officer', pay: toEnter(), onCost: officerOnCost() },
      { role: 'supervisor', contract: 'staff', pay: toEnter(), onCost: toEnter() },
    ],
  };
}

/** Every value that costs rest on and the force has not confirmed, named for a reader. */
export const unconfirmedPay = ({ rates }: PayTable): string[] =>
  rates.flatMap((rate) => [
    ...(rate.pay.value !== null && !rate.pay.confirmed ? [`Pay, ${payName(rate)}`] : []),
    ...(rate.onCost.value !== null && !rate.onCost.confirmed ? [`On-cost, ${payName(rate)}`] : []),
  ]);
