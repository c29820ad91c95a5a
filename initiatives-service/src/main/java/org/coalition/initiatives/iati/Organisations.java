package org.coalition.initiatives.iati;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalition.initiatives.mandate.KnownParties;

/**
 * Which organisation of the standard is which party. The beginning of an organisation identifier says in which country it is
 * registered, not that it is that country's government: so it counts only for a public body, or where the identifier says so.
 */
@Singleton
class Organisations {
    /** OrganisationType: government, and other public sector. */
    private static final Set<String> PUBLIC = Set.of("10", "15");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{1,9}");
    private static final Pattern REGISTERED = Pattern.compile("([A-Z]{2})-.+");
    /** As {@code GB-GOV-1}, or by the donor's agency code of the OECD's committee as {@code GB-1}. */
    private static final Pattern GOVERNMENT = Pattern.compile("([A-Z]{2})-(?:GOV-.+|\\d{1,2})");

    private final IatiConfig config;
    private final KnownParties parties;

    Organisations(IatiConfig config, KnownParties parties) {
        this.config = config;
        this.parties = parties;
    }

    static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    /** The reference to a party. */
    String ref(String party) {
        return config.organisations().getOrDefault(party, party);
    }

    /** OrganisationType of a party: a government, or a multilateral organisation. */
    static String type(String party) {
        return isCountry(party) ? "10" : "40";
    }

    /**
     * The code that a reference may mean, whether or not a party has it; null if it means none.
     *
     * @param type the OrganisationType; empty if it is not told
     */
    String code(String ref, String type) {
        for (Map.Entry<String, String> organisation : config.organisations().entrySet()) {
            if (organisation.getValue().equals(ref)) {
                return organisation.getKey();
            }
        }
        if (CODE.matcher(ref).matches()) {
            return ref;
        }
        Matcher registered = (PUBLIC.contains(type) ? REGISTERED : GOVERNMENT).matcher(ref);
        return registered.matches() && isCountry(registered.group(1)) ? registered.group(1) : null;
    }

    /** Those of the organisations of an activity that are registered parties, by element. */
    Map<Branch, String> parties(Collection<Branch> organisations) {
        Map<Branch, String> codes = new HashMap<>();
        for (Branch organisation : organisations) {
            String code = code(organisation.attribute("ref"), organisation.attribute("type"));
            if (code != null) {
                codes.put(organisation, code);
            }
        }
        Set<String> known = parties.among(codes.values());
        codes.values().removeIf(code -> !known.contains(code));
        return codes;
    }

    /** Those of these countries that are registered parties. */
    Set<String> among(Collection<String> countries) {
        return parties.among(countries);
    }
}
