package org.coalition.meetings.decision;

/** The rule under which a decision is adopted. */
enum AdoptionRule {
    /** Adopted when no entitled party objects. */
    CONSENSUS,
    /** Adopted unless an entitled party breaks the silence before a set time (OSCE MC.DOC/1/06, Annex 1(A)). */
    SILENCE
}
