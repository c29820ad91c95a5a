package org.coalition.initiatives;

import java.util.List;
import org.coalition.defaults.testing.Tokens;

/** Those who look after what others do. */
public final class Overseers {
    public static final String DE_MILITARY = Tokens.of("DE", "overseer-military", "reader");
    public static final String FR_DIPLOMATIC = Tokens.of("FR", "overseer-diplomatic", "reader");
    public static final String US_DIPLOMATIC = Tokens.of("US", "overseer-diplomatic", "reader");
    public static final String EU_AUDITOR = Tokens.of("EU", "auditor", "reader");

    private Overseers() {}

    /** A token of a person that speaks for a party. */
    public static String person(String subject, String party, String... roles) {
        return Tokens.client(subject, party, List.of(roles)).sign();
    }
}
