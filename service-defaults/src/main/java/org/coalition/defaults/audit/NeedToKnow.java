package org.coalition.defaults.audit;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Answers for the trail what the caller may know of; the repositories know. */
public interface NeedToKnow {
    /** Those of these resources of a kind of which the caller may know now. */
    Set<UUID> visibleAmong(String noun, Collection<UUID> ids);

    /** Whether there is a resource of this id, of whatever kind, of which the caller may know now. */
    boolean isVisible(UUID id);
}
