package org.samenspraak.identity;

import java.util.Locale;

/** What the audit trail tells of. Its sentence is the message {@code identity.audit.<code>}. */
public enum Act {
    SIGNED_IN,
    SIGNED_OUT,
    COUNCIL_SIGNED_IN,
    COUNCIL_SENDERS_SET,
    SIGN_IN_FAILED,
    SIGN_IN_REFUSED,
    DENIED,
    PERSON_ADDED,
    PERSON_CHANGED,
    PERSON_CLOSED,
    PASSWORD_SET,
    ROLE_GIVEN,
    ROLE_ENDED,
    DELEGATED,
    DELEGATION_ENDED,
    ABSENCE_SET,
    ABSENCE_ENDED,
    LEAD_SET,
    AREA_ADDED,
    AREA_CHANGED,
    COUNCIL_ADDED,
    COUNCIL_APPLIED,
    COUNCIL_LAPSED,
    COUNCIL_INSCRIBED,
    COUNCIL_ENDED,
    COUNCIL_KIND_CHANGED,
    COUNCIL_LEVEL_CHANGED,
    COUNCIL_SUCCEEDED,
    COUNCIL_NOTE,
    COUNCIL_COMPOSITION_BROKEN,
    COUNCIL_COMPOSITION_MENDED,
    COUNCIL_MEMBER_ADDED,
    COUNCIL_MEMBER_CHANGED,
    COUNCIL_MEMBER_ENDED,
    COUNCIL_MAIL_CHOSEN,
    COUNCIL_MEETINGS_CHANGED,
    COUNCIL_CALENDAR_CHANGED,
    COUNCIL_PUBLIC_CONTACT,
    FILE_INFECTED,
    CASE_MOVED,
    CONTACTS_SEEN,
    CONTACTS_LISTED,
    CONTACTS_EXPORTED,
    DOCUMENT_OPENED,
    MAIL_RESENT,
    MAIL_WITHDRAWN,
    LINK_OPENED,
    LIST_EXPORTED,
    STEP_RETRIED,
    CLOSING_DAY_ADDED,
    CLOSING_DAY_REMOVED,
    PERIOD_ADDED,
    PERIOD_REMOVED,
    MEETING_ADDED,
    MEETING_REMOVED,
    FEED_MADE,
    FEED_REVOKED,
    REGULATION_COPIED,
    REGULATION_CHANGED,
    REGULATION_HOLDS,
    TASK_HANDED_OVER,
    BUDGET_CHANGED,
    ACCOUNT_ENTERED,
    ACCOUNT_CONFIRMED,
    ACCOUNT_REFUSED,
    PAYMENTS_GATHERED,
    PAYMENTS_APPROVED,
    PAYMENTS_WITHDRAWN,
    PAYMENT_FILE_TAKEN,
    PAYMENT_CONFIRMED,
    PAYMENT_RETURNED,
    MONEY_RECEIVED,
    TEXT_ADDED,
    TEXT_PUBLISHED,
    TEXT_RESTORED;

    /** As it is kept and stands in addresses: {@code role-given}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none of that code */
    public static Act of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_'));
    }
}
