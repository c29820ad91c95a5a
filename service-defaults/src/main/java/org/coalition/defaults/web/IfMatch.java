package org.coalition.defaults.web;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.PreconditionRequired;
import org.coalition.defaults.problem.Problem.Fault;
import org.coalition.defaults.problem.StaleVersion;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The {@code If-Match} field of a request (RFC 9110, section 13.1.1): the versions on which the caller's decision rests.
 *
 * @param tags the strong entity tags, without quotes; empty means {@code *}, any current version
 */
@Schema(type = SchemaType.STRING, description = "The ETag of the resource as the caller has seen it, or *.")
public record IfMatch(Set<String> tags) {
    /** What {@code If-Match: *} says, and what our own jobs say: whatever the version is. */
    public static final IfMatch ANY = new IfMatch(Set.of());

    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(?:,|$)");

    /**
     * Parses a field value. A weak tag is read but never matches, as the comparison is strong.
     *
     * @throws Malformed 400 if it is neither {@code *} nor a list of entity tags
     */
    public static IfMatch parse(String value) {
        if (value.strip().equals("*")) {
            return ANY;
        }
        Matcher tag = TAG.matcher(value);
        Set<String> tags = new LinkedHashSet<>();
        int end = 0;
        while (end < value.length() && tag.find() && tag.start() == end) {
            tags.add(tag.group(1) == null ? tag.group(2) : "W/" + tag.group(2));
            end = tag.end();
        }
        if (tags.isEmpty() || end < value.length()) {
            throw new Malformed(Fault.in(
                    "If-Match", "entity-tag", "If-Match takes the ETag of the resource with its quotes, or *."));
        }
        return new IfMatch(tags);
    }

    /** Whether a representation with this tag is one that the caller meant. */
    public boolean matches(String tag) {
        return tags.isEmpty() || tags.contains(tag);
    }

    private void require(String current) {
        if (!matches(current)) {
            throw new StaleVersion("Your If-Match is %s, the current ETag is \"%s\"."
                    .formatted(tags.stream().map(tag -> '"' + tag + '"').collect(Collectors.joining(", ")), current));
        }
    }

    /**
     * Checks the precondition of a change.
     *
     * @param ifMatch as the request had it, null without
     * @param what the resource, for the refusal
     * @param current the tag of the resource as it is
     * @throws PreconditionRequired 428 if there is none
     * @throws StaleVersion 412 if the resource has changed since
     */
    public static void require(IfMatch ifMatch, String what, String current) {
        if (ifMatch == null) {
            throw new PreconditionRequired("Send the ETag of the %s in If-Match.".formatted(what));
        }
        ifMatch.require(current);
    }
}
