package org.samenspraak.council;

/** What sort of body it is; the conditions differ. */
public enum CouncilKind {
    DORPSRAAD,
    WIJKRAAD,
    ADVIESRAAD,
    BUURTCOMITE,
    WIJKORGAAN,
    COMMITTEE
}
