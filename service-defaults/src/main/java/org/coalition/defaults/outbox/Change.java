package org.coalition.defaults.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.identity.Actor;
import org.coalition.defaults.identity.Audience;
import org.coalition.defaults.identity.Visibility;

/**
 * One change of one aggregate, as it is announced and audited.
 *
 * @param noun the kind of aggregate, in kebab case
 * @param streamId the root whose stream the event belongs to; the Kafka key
 * @param version the aggregate's version after the change
 * @param eventType the CloudEvents type
 * @param facts of the event, beside the state of the resource
 * @param reason why, in the caller's words; null if none was asked for
 * @param path of the resource; the subject of the event
 * @param before the resource as it was, as a caller would have got it; empty if it is new
 * @param after the resource as it is
 * @param was who could know of it until now; null if it is new
 * @param now who may know of it from now on
 * @param happenedAt when it happened
 * @param recordedAt when the service recorded it
 */
public record Change(
        String noun,
        UUID aggregateId,
        UUID streamId,
        long version,
        String eventType,
        ObjectNode facts,
        String reason,
        String path,
        ObjectNode before,
        ObjectNode after,
        Audience was,
        Audience now,
        Actor actor,
        Instant happenedAt,
        Instant recordedAt) {

    /** Whether only listed parties may know of it now. */
    boolean isRestricted() {
        return now.visibility() == Visibility.RESTRICTED;
    }

    /** Whether a consumer of the open topic may meet the aggregate here for the first time. */
    boolean opens() {
        return !isRestricted() && (was == null || was.visibility() == Visibility.RESTRICTED);
    }

    /** Whether it tells of a resource that is not new as if it were. */
    boolean beginsAnew() {
        return was == null && version > 1;
    }

    /** Whether the open topic carried the aggregate until now and does so no longer. */
    boolean narrows() {
        return isRestricted() && was != null && was.visibility() != Visibility.RESTRICTED;
    }

    /** The names of the fields that differ between before and after, in the order of the view. */
    public List<String> changed() {
        List<String> names = new ArrayList<>();
        after.propertyStream()
                .filter(field -> !field.getValue().equals(before.get(field.getKey())))
                .forEach(field -> names.add(field.getKey()));
        before.fieldNames().forEachRemaining(name -> {
            if (!after.has(name)) {
                names.add(name);
            }
        });
        return names;
    }

    /** What the changed fields held before; null if the resource is new. */
    public JsonNode changedBefore() {
        return before.isEmpty() ? null : before.deepCopy().retain(changed());
    }

    /** What the changed fields hold now. */
    public JsonNode changedAfter() {
        return after.deepCopy().retain(changed());
    }
}
