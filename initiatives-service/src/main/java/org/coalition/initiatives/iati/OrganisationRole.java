package org.coalition.initiatives.iati;

/** The codes of the standard for what an organisation does in an activity. */
final class OrganisationRole {
    static final String FUNDING = "1";
    static final String ACCOUNTABLE = "2";
    static final String EXTENDING = "3";
    static final String IMPLEMENTING = "4";

    private OrganisationRole() {}
}
