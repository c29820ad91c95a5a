package org.coalition.gateway.events;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which events a subscriber wants, of those that it may know: the filters of the stream, the feed and webhooks. Of each kind of filter one
 * value has to fit; a kind that was not given lets everything through.
 */
public final class Wanted {
    /** The names of the filters, as parameters of a query. */
    static final Set<String> PARAMETERS = Set.of("type", "party", "subject");
    /** No filter. */
    public static final Wanted EVERYTHING = new Wanted(List.of(), List.of(), List.of());

    private static final Pattern TYPE = Pattern.compile("org\\.coalition(?:\\.[a-z0-9-]{1,100}){2}\\.v[0-9]{1,3}");
    private static final Pattern PREFIX = Pattern.compile("org\\.coalition\\.[a-z0-9.-]{0,200}\\*");
    private static final Pattern PARTY = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,19}");
    private static final Pattern SUBJECT = Pattern.compile("/v1(?:/[A-Za-z0-9._~-]{1,128}){2,6}");
    /** A resource that may be the root of a stream. */
    private static final Pattern ROOT = Pattern.compile("/v1/[a-z-]{1,50}/([0-9a-f-]{36})");

    private final Set<String> types = new HashSet<>();
    private final List<String> prefixes;
    private final Set<String> parties;
    private final Set<String> subjects;
    private final Set<String> streams = new HashSet<>();

    private Wanted(List<String> types, List<String> parties, List<String> subjects) {
        this.prefixes = types.stream()
                .filter(type -> type.endsWith("*"))
                .map(type -> type.substring(0, type.length() - 1))
                .toList();
        types.stream().filter(type -> !type.endsWith("*")).forEach(this.types::add);
        this.parties = Set.copyOf(parties);
        this.subjects = Set.copyOf(subjects);
        for (String subject : this.subjects) {
            Matcher root = ROOT.matcher(subject);
            if (root.matches()) {
                streams.add(root.group(1));
            }
        }
    }

    static Wanted of(Asked asked) throws BadQuery {
        for (String type : asked.all("type")) {
            require(
                    "type",
                    isType(type),
                    "A type is given whole (org.coalition.meeting.convened.v1) or by its"
                            + " beginning (org.coalition.meeting.*).");
        }
        for (String party : asked.all("party")) {
            require("party", isParty(party), "A party is given by its code, as in the registry of parties.");
        }
        for (String subject : asked.all("subject")) {
            require("subject", isSubject(subject), "A subject is the path of a resource, as in /v1/meetings/{id}.");
        }
        return of(asked.all("type"), asked.all("party"), asked.all("subject"));
    }

    /** Filters that {@link #isType}, {@link #isParty} and {@link #isSubject} hold of. */
    public static Wanted of(List<String> types, List<String> parties, List<String> subjects) {
        return new Wanted(types, parties, subjects);
    }

    /** Whether this is a type of event, or the beginning of some with a star. */
    public static boolean isType(String text) {
        return TYPE.matcher(text).matches() || PREFIX.matcher(text).matches();
    }

    /** Whether this can be the code of a party. */
    public static boolean isParty(String text) {
        return PARTY.matcher(text).matches();
    }

    /** Whether this can be the path of a resource. */
    public static boolean isSubject(String text) {
        return SUBJECT.matcher(text).matches();
    }

    /** Whether the subscriber wants this event, which it may know. */
    public boolean includes(LoggedEvent event) {
        return ofType(event) && ofParty(event) && ofSubject(event);
    }

    private boolean ofType(LoggedEvent event) {
        return types.isEmpty() && prefixes.isEmpty()
                || types.contains(event.type())
                || prefixes.stream().anyMatch(event.type()::startsWith);
    }

    private boolean ofParty(LoggedEvent event) {
        return parties.isEmpty() || parties.contains(String.valueOf(event.attribute("partykey")));
    }

    private boolean ofSubject(LoggedEvent event) {
        return subjects.isEmpty() || subjects.contains(event.subject()) || streams.contains(event.stream());
    }

    private static void require(String parameter, boolean holds, String detail) throws BadQuery {
        if (!holds) {
            throw new BadQuery(parameter, "malformed", detail);
        }
    }
}
