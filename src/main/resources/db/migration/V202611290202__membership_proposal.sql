-- Whom a council's proposal is about, and how they stood in the register when it came in.
create table membership_proposal (
    case_id uuid primary key,
    membership uuid not null,
    before jsonb not null
);
