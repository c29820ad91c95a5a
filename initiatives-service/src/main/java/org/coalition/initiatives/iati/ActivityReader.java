package org.coalition.initiatives.iati;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.defaults.identity.Visibility;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.initiatives.iati.ReadActivity.ReadLine;
import org.coalition.initiatives.initiative.Aspect;
import org.coalition.initiatives.initiative.InitiativeDetails;
import org.coalition.initiatives.initiative.InitiativeStatus;

/** Reads of an activity what our model has a place for. What is too long for it is cut: the activity itself is kept whole. */
@Singleton
class ActivityReader {
    private static final int MOST_TEXTS = 50;

    private final IatiConfig config;
    private final Organisations organisations;
    private final TransactionReader transactions;
    private final Validator validator;

    ActivityReader(
            IatiConfig config, Organisations organisations, TransactionReader transactions, Validator validator) {
        this.config = config;
        this.organisations = organisations;
        this.transactions = transactions;
        this.validator = validator;
    }

    /**
     * Reads an activity, which is valid by the schema.
     *
     * @param place where it stands in the body
     * @param party who imports it, and leads it here
     */
    ReadActivity read(Branch activity, String place, String party, Visibility visibility) {
        List<Fault> faults = new ArrayList<>();
        String identifier = activity.child("iati-identifier").map(Branch::text).orElse("");
        if (identifier.isEmpty() || identifier.length() > ActivityIdentifier.MOST_CHARACTERS) {
            faults.add(Fault.at(
                    place + "/iati-identifier",
                    "size",
                    "An identifier has 1 to %d characters.".formatted(ActivityIdentifier.MOST_CHARACTERS)));
        }
        String code = activity.child("activity-status")
                .map(status -> status.attribute("code"))
                .orElse("");
        InitiativeStatus status = ActivityStatus.of(code);
        if (status == null) {
            faults.add(Fault.at(
                    place + "/activity-status",
                    "unknown-code",
                    "ActivityStatus goes from 1 to 6; this is %s.".formatted(code)));
        }
        InitiativeDetails details = details(activity, party, visibility);
        validator
                .validate(details)
                .forEach(fault -> faults.add(
                        Fault.at(place + "/" + fault.getPropertyPath(), "invalid", "It " + fault.getMessage() + ".")));
        List<ReadLine> lines = details.title().isEmpty()
                ? List.of()
                : transactions.read(activity, place, details.title(), Codes.track(details.aspect()), party, faults);
        return new ReadActivity(identifier, details, status, lines, List.copyOf(faults));
    }

    private InitiativeDetails details(Branch activity, String party, Visibility visibility) {
        String title = cut(activity.child("title").map(Branch::narrative).orElse(""), 200);
        Map<Branch, String> parties = organisations.parties(activity.children("participating-org"));
        Set<String> leads = new LinkedHashSet<>(List.of(party));
        leads.addAll(withRole(activity, parties, "2"));
        List<String> participants = Stream.concat(
                        withRole(activity, parties, "3").stream(), withRole(activity, parties, "4").stream())
                .distinct()
                .filter(participant -> !leads.contains(participant))
                .toList();
        Set<String> countries = activity.children("recipient-country").stream()
                .map(country -> country.attribute("code"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new InitiativeDetails(
                title,
                aspect(activity),
                null,
                descriptions(activity, title, "1"),
                descriptions(activity, title, "2"),
                List.copyOf(leads),
                participants,
                List.copyOf(organisations.among(countries)),
                null,
                null,
                null,
                visibility,
                null);
    }

    private static Set<String> withRole(Branch activity, Map<Branch, String> parties, String role) {
        return activity.children("participating-org").stream()
                .filter(organisation ->
                        organisation.attribute("role").equals(role) && parties.containsKey(organisation))
                .map(parties::get)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A general description that only says the title once more is none: the standard asks for one in any case. */
    private static List<String> descriptions(Branch activity, String title, String type) {
        return activity.children("description").stream()
                .filter(description ->
                        type.equals(description.attribute("type").isEmpty() ? "1" : description.attribute("type")))
                .map(Branch::narrative)
                .filter(text -> !text.isEmpty() && !text.equals(title))
                .map(text -> cut(text, 500))
                .limit(MOST_TEXTS)
                .toList();
    }

    private Aspect aspect(Branch activity) {
        return activity.children("tag").stream()
                .filter(tag -> tag.attribute("vocabulary-uri").equals(config.aspectVocabulary()))
                .map(tag -> tag.attribute("code"))
                .flatMap(code -> Arrays.stream(Aspect.values())
                        .filter(aspect -> aspect.name().equals(code)))
                .findFirst()
                .orElse(
                        Codes.isTrue(activity.attribute("humanitarian"))
                                ? Aspect.HUMANITARIAN_AID
                                : Aspect.ECONOMIC_SUPPORT);
    }

    /** No longer than this, with a sign where something was cut; never between the halves of a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
