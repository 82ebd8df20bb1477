/** The tables as Kysely sees them; the migrations in `workspace/migrations` make them. */
import type { AbstractionKind, TraceKind } from '#shared/domain/abstraction.ts';
import type {
  CaseStatus,
  LeadAgency,
  ManagementMode,
  Risk,
  RiskLevel,
  VisitKind,
} from '#shared/domain/case.ts';
import type { AuditAction } from '#shared/domain/audit.ts';
import type { FileKind } from '#shared/contract/mapping.ts';
import type { IsoDate, Month } from '#shared/domain/dates.ts';
import type { Contract, OfficerRole } from '#shared/domain/officer.ts';
import type { HoursOf, ResetRule } from '#shared/domain/standards.ts';
import type { Generated } from 'kysely';

/** JSON as text, so that it is stored alike everywhere. */
type Json = string;
/** 0 or 1. */
type Flag = number;
/** ISO instant. */
type Instant = string;

export type Tables = {
  property: { key: string; value: string };
  team: { id: Generated<number>; key: string; name: string };
  snapshot: {
    id: Generated<number>;
    as_at: IsoDate;
    file_name: string;
    content_hash: string;
    imported_at: Instant;
    case_count: number;
    account: Json;
    keep_until: IsoDate | null;
    purged_at: Instant | null;
  };
  snapshot_count: { snapshot_id: number; team_id: number; risk: Risk; cases: number };
  snapshot_case: {
    snapshot_id: number;
    reference: string;
    team_id: number;
    officer: string | null;
    supervisor: string | null;
    lead_agency: LeadAgency | null;
    status: CaseStatus | null;
    release_on: IsoDate | null;
    mappa_category: string | null;
    mappa_level: string | null;
    risk: Risk;
    risk_set: IsoDate | null;
    mode: ManagementMode | null;
    notification_start: IsoDate | null;
    notification_end: IsoDate | null;
    indefinite: Flag;
    last_visit_kind: VisitKind | null;
    last_visit_officers: number | null;
  };
  case_duty: {
    snapshot_id: number;
    reference: string;
    duty: string;
    last_done: IsoDate | null;
    next_due: IsoDate | null;
    interval_months: number | null;
    signed_off: IsoDate | null;
  };
  roster: {
    id: Generated<number>;
    as_at: IsoDate;
    file_name: string;
    content_hash: string;
    imported_at: Instant;
    person_count: number;
    account: Json;
  };
  officer: {
    roster_id: number;
    collar: string;
    team_id: number;
    role: OfficerRole;
    contract: Contract;
    fte: number;
    start: IsoDate | null;
    leaving: IsoDate | null;
  };
  abstraction: {
    id: Generated<number>;
    collar: string;
    first_day: IsoDate;
    last_day: IsoDate;
    hours: number;
    reason_group: string;
    activity: string | null;
    to_other_policing: Flag;
    detail: string | null;
    list_id: number | null;
    start_time: string | null;
    planned: Flag | null;
    requested_by: string | null;
    approved_by: string | null;
    /** Null when imported. */
    recorded_by: string | null;
    recorded_at: Instant | null;
    reviewed_by: string | null;
    reviewed_at: Instant | null;
    review_note: string | null;
    removed_by: string | null;
    removed_at: Instant | null;
    removed_why: string | null;
    import_key: string | null;
  };
  abstraction_trace: {
    id: Generated<number>;
    abstraction_id: number;
    at: Instant;
    by: string;
    /** A review taken back is an edit of nothing the record says: one without what was said before. */
    what: Exclude<TraceKind, 'review-taken-back'>;
    before: Json | null;
    note: string | null;
  };
  abstraction_reason: {
    position: number;
    reason_group: string;
    activity: string | null;
    kind: AbstractionKind;
    to_other_policing: Flag;
  };
  dismissed_finding: { key: string; dismissed_by: string; dismissed_at: Instant; why: string };
  abstraction_list: {
    id: Generated<number>;
    file_name: string;
    content_hash: string;
    imported_at: Instant;
    record_count: number;
    account: Json;
    as_at: IsoDate | null;
  };
  audit_entry: {
    number: number;
    at: Instant;
    user: string;
    action: AuditAction;
    operation: string;
    facts: Json;
    reason: string | null;
    hash: string;
  };
  action: {
    id: Generated<number>;
    team_id: number;
    text: string;
    owner: string;
    due: IsoDate;
    made_on: IsoDate;
    closed_on: IsoDate | null;
    closed_note: string | null;
  };
  mapping: { id: Generated<number>; kind: FileKind; name: string; content: Json; kept_at: Instant };
  duty: {
    key: string;
    position: number;
    name: string;
    hours_of: HoursOf;
    movable: Flag;
    owed_by: Json;
    reset_rule: ResetRule;
    reset_tolerance: number;
    reset_factor: number;
    follows: Json | null;
  };
  standard_value: {
    duty: string;
    risk: RiskLevel | 'any';
    field: string;
    value: number;
    source: string;
    confirmed: Flag;
    set_on: IsoDate | null;
  };
  assumption: { key: string; value: number; source: string; confirmed: Flag; set_on: IsoDate | null };
  setting: { key: string; value: Json };
  scenario: {
    id: Generated<number>;
    name: string;
    description: string;
    changes: Json;
    copied_from: number | null;
    as_at: IsoDate | null;
    created_at: Instant;
    changed_at: Instant;
    archived_at: Instant | null;
  };
  pay_value: {
    role: OfficerRole;
    contract: Contract;
    field: 'pay' | 'on-cost';
    position: number;
    value: number | null;
    source: string;
    year: string;
    confirmed: Flag;
    set_on: IsoDate | null;
  };
  plan: {
    id: Generated<number>;
    snapshot_id: number;
    team_id: number;
    accepted_at: Instant;
    undone_at: Instant | null;
    note: string;
    standards: Json;
    settings: Json;
    problem: Json;
    result: Json;
  };
  plan_move: {
    plan_id: number;
    position: number;
    chain: string;
    reference: string;
    duty: string;
    risk: RiskLevel;
    officer: string | null;
    due_month: Month;
    to_month: Month;
    due_index: number;
    to_index: number;
    months_early: number;
    hours: number;
    reason: string;
  };
};
