package org.coalition.meetings.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The contact points of a party, by topic and in the order in which to try them.")
record ContactListView(
        @Schema(description = "Absent until the party has given its first list.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        UUID id,

        @Schema(description = "0 until the party has given its first list.")
        long version,

        String party,

        @Schema(description = "How many contact points are stale, those that a filter leaves out included.")
        long staleCount,

        List<ContactPointView> contactPoints,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant updatedAt)
        implements View {

    static ContactListView of(ContactList list, Instant now) {
        List<ContactPointView> points = list.points().stream()
                .map(point -> ContactPointView.of(point, ContactList.today(now)))
                .toList();
        return new ContactListView(
                list.id(),
                list.version(),
                list.party(),
                points.stream().filter(ContactPointView::stale).count(),
                points,
                list.createdAt(),
                list.updatedAt());
    }

    /** That a party has given no list yet, with a tag of its own, so that the first list can be given under If-Match. */
    static ContactListView none(String party) {
        return new ContactListView(null, 0, party, 0, List.of(), null, null);
    }

    /** Those about this topic, those that are stale or not; null is no filter. */
    ContactListView only(String topic, Boolean stale) {
        return new ContactListView(
                id,
                version,
                party,
                staleCount,
                contactPoints.stream()
                        .filter(point -> topic == null || topic.equals(point.topic()))
                        .filter(point -> stale == null || stale == point.stale())
                        .toList(),
                createdAt,
                updatedAt);
    }

    /** As days go by ever more of one version are stale, the longest unverified ones first: so their number says which. */
    @Override
    public String tag() {
        return staleCount == 0 ? Long.toString(version) : version + "-stale-" + staleCount;
    }

    @Override
    public String path() {
        return "/v1/parties/" + party + "/contact-points";
    }
}
