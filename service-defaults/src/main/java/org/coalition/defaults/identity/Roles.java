package org.coalition.defaults.identity;

/** The roles of a token, as {@code @RolesAllowed} names them. A role says what a caller may do; its party, to what. */
public final class Roles {
    /** Reads what its party may see. */
    public static final String READER = "reader";
    /** Acts for its own party: positions, contributions, confirmations. */
    public static final String CONTRIBUTOR = "contributor";
    /** Runs meetings and initiatives of its own party. */
    public static final String CHAIR = "chair";
    /** Signs off the military side of a review. */
    public static final String OVERSEER_MILITARY = "overseer-military";
    /** Signs off the diplomatic side of a review. */
    public static final String OVERSEER_DIPLOMATIC = "overseer-diplomatic";
    /** Reads the audit trail. */
    public static final String AUDITOR = "auditor";
    /** Keeps the registry of parties. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
