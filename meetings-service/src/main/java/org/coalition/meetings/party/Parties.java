package org.coalition.meetings.party;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalition.defaults.aggregate.Aggregates;
import org.coalition.defaults.aggregate.Door;
import org.coalition.defaults.aggregate.Listing;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.problem.Conflict;
import org.coalition.defaults.problem.NotFound;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.RuleViolated;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;

/** The registry of parties: public, as every reference in the system points here. */
@Singleton
public class Parties extends Aggregates<Party, PartyView> {
    private static final Audience EVERYBODY = Audience.of(Visibility.PUBLIC, List.of(), List.of());

    Parties(Door door) {
        super(door, "party", Party.class, PartyView::of);
    }

    @Override
    protected Audience audience(Party party) {
        return EVERYBODY;
    }

    @Override
    protected Listing listingInSight() {
        return Listing.from("Party e");
    }

    Page<PartyView> list(PartyKind kind, String words, PageQuery query) {
        Listing listing = listingInSight().and("e.kind = :kind", "kind", kind).matching("e.search", words);
        return page(listing, query, PartyView::of);
    }

    PartyView get(String code) {
        return shown(find("code", code).firstResult(), code);
    }

    UUID idOf(String code) {
        return find("code", code).firstResultOptional().map(Party::id).orElseThrow(() -> new NotFound("party", code));
    }

    /**
     * A code names one party for ever.
     *
     * @throws Conflict 409 if it is taken; under a race the unique constraint says so
     */
    void requireFree(String code) {
        if (count("code", code) > 0) {
            throw new Conflict("The party %s is registered already; see /v1/parties/%s.".formatted(code, code));
        }
    }

    /** The places in a list of codes, as {@link #requireKnown} takes them. */
    public static Map<String, String> references(String pointer, List<String> codes) {
        Map<String, String> references = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            references.put(pointer + "/" + i, codes.get(i));
        }
        return references;
    }

    /**
     * Checks references to parties, all at once.
     *
     * @param references code by the JSON Pointer where it stands
     * @throws RuleViolated 422 naming each that is not registered
     */
    public void requireKnown(Map<String, String> references) {
        Set<String> known = new HashSet<>(known(references.values()));
        List<Fault> unknown = references.entrySet().stream()
                .filter(reference -> !known.contains(reference.getValue()))
                .map(reference -> Fault.at(
                        reference.getKey(),
                        "unknown-party",
                        "There is no party %s; see /v1/parties.".formatted(reference.getValue())))
                .toList();
        if (!unknown.isEmpty()) {
            throw new RuleViolated(unknown);
        }
    }

    /** The codes of all parties, in alphabetical order. */
    public List<String> codes() {
        return list("order by code").stream().map(Party::code).toList();
    }

    /** The names of the parties with these codes, by code. */
    public Map<String, String> namesOf(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : list("code in ?1", codes).stream().collect(Collectors.toMap(Party::code, Party::name));
    }

    private List<String> known(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : list("code in ?1", codes).stream().map(Party::code).toList();
    }
}
