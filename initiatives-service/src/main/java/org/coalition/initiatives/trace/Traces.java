package org.coalition.initiatives.trace;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.inbox.Copy;
import org.coalition.defaults.inbox.ReadCopy;
import org.coalition.defaults.problem.NotFound;
import org.coalition.initiatives.contribution.Contribution;
import org.coalition.initiatives.contribution.Contributions;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Initiatives;

/** The chain around any of its links, as far as the caller may know of it. */
@Singleton
class Traces {
    private final ReadCopy copies;
    private final Upstream upstream;
    private final Initiatives initiatives;
    private final Contributions contributions;

    Traces(ReadCopy copies, Upstream upstream, Initiatives initiatives, Contributions contributions) {
        this.copies = copies;
        this.upstream = upstream;
        this.initiatives = initiatives;
        this.contributions = contributions;
    }

    /**
     * The chain around a link.
     *
     * @throws NotFound 404 if there is no such link, or the caller may not know of it
     */
    TraceView of(String noun, UUID id) {
        TraceType type = TraceType.of(noun).orElseThrow(() -> new NotFound("kind of link", noun));
        Downstream down = new Downstream(copies, upstream, initiatives, contributions);
        return switch (type) {
            case INITIATIVE -> ofInitiative(initiatives.visibleOrNull(id), id, down);
            case CONTRIBUTION -> ofContribution(contributions.visibleOrNull(id), id, down);
            default -> ofCopy(type, upstream.find(type, id.toString()), id, down);
        };
    }

    private TraceView ofCopy(TraceType type, Copy copy, UUID id, Downstream down) {
        if (copy == null) {
            throw new NotFound(type.noun(), id);
        }
        List<TraceNode> follows =
                switch (type) {
                    case MEETING -> down.ofMeeting(copy);
                    case AGENDA_ITEM -> down.ofAgendaItem(copy);
                    case DECISION -> down.ofDecision(copy);
                    default -> List.of();
                };
        return TraceView.of(upstream.link(type, copy), upstream.originsOf(type, copy), down, follows);
    }

    private TraceView ofInitiative(Initiative initiative, UUID id, Downstream down) {
        if (initiative == null) {
            throw new NotFound(TraceType.INITIATIVE.noun(), id);
        }
        List<TraceNode> follows = down.ofInitiative(id);
        return TraceView.of(
                Downstream.link(initiative), upstream.originsOf(initiative.originDecision()), down, follows);
    }

    private TraceView ofContribution(Contribution contribution, UUID id, Downstream down) {
        if (contribution == null) {
            throw new NotFound(TraceType.CONTRIBUTION.noun(), id);
        }
        Initiative initiative = initiatives.visibleOrNull(contribution.initiativeId());
        List<TraceLink> origins = new ArrayList<>();
        origins.add(Downstream.link(initiative));
        origins.addAll(upstream.originsOf(initiative.originDecision()));
        return TraceView.of(Downstream.link(contribution), origins, down, List.of());
    }
}
