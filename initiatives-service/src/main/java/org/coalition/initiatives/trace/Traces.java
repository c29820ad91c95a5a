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
import org.coalition.initiatives.delivery.Deliveries;
import org.coalition.initiatives.delivery.Delivery;
import org.coalition.initiatives.finding.Finding;
import org.coalition.initiatives.finding.Findings;
import org.coalition.initiatives.indicator.Indicator;
import org.coalition.initiatives.indicator.Indicators;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.Initiatives;

/** The chain around any of its links, as far as the caller may know of it. */
@Singleton
class Traces {
    private final ReadCopy copies;
    private final Upstream upstream;
    private final Initiatives initiatives;
    private final Contributions contributions;
    private final Deliveries deliveries;
    private final Indicators indicators;
    private final Findings findings;

    Traces(
            ReadCopy copies,
            Upstream upstream,
            Initiatives initiatives,
            Contributions contributions,
            Deliveries deliveries,
            Indicators indicators,
            Findings findings) {
        this.copies = copies;
        this.upstream = upstream;
        this.initiatives = initiatives;
        this.contributions = contributions;
        this.deliveries = deliveries;
        this.indicators = indicators;
        this.findings = findings;
    }

    /**
     * The chain around a link.
     *
     * @throws NotFound 404 if there is no such link, or the caller may not know of it
     */
    TraceView of(String noun, UUID id) {
        TraceType type = TraceType.of(noun).orElseThrow(() -> new NotFound("kind of link", noun));
        Bound bound = new Bound();
        Downstream down = new Downstream(
                copies,
                upstream,
                initiatives,
                new Given(contributions, deliveries, indicators, findings, bound),
                bound);
        return switch (type) {
            case INITIATIVE -> ofInitiative(initiatives.visibleOrNull(id), id, down);
            case INDICATOR -> ofIndicator(indicators.visibleOrNull(id), id, down);
            case CONTRIBUTION -> ofContribution(contributions.visibleOrNull(id), id, down);
            case DELIVERY -> ofDelivery(deliveries.visibleOrNull(id), id, down);
            case FINDING -> ofFinding(findings.visibleOrNull(id), id, down);
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
        return TraceView.of(Given.link(initiative), upstream.originsOf(initiative.originDecision()), down, follows);
    }

    private TraceView ofContribution(Contribution contribution, UUID id, Downstream down) {
        if (contribution == null) {
            throw new NotFound(TraceType.CONTRIBUTION.noun(), id);
        }
        return TraceView.of(
                Given.link(contribution),
                originsOf(contribution.initiativeId()),
                down,
                down.ofContribution(contribution.id()));
    }

    private TraceView ofDelivery(Delivery delivery, UUID id, Downstream down) {
        if (delivery == null) {
            throw new NotFound(TraceType.DELIVERY.noun(), id);
        }
        return TraceView.of(
                Given.link(delivery), originsOf(delivery.contributionId(), delivery.initiativeId()), down, List.of());
    }

    private TraceView ofFinding(Finding finding, UUID id, Downstream down) {
        if (finding == null) {
            throw new NotFound(TraceType.FINDING.noun(), id);
        }
        return TraceView.of(
                Given.link(finding), originsOf(finding.contributionId(), finding.initiativeId()), down, List.of());
    }

    private TraceView ofIndicator(Indicator indicator, UUID id, Downstream down) {
        if (indicator == null) {
            throw new NotFound(TraceType.INDICATOR.noun(), id);
        }
        return TraceView.of(Given.link(indicator), originsOf(indicator.initiativeId()), down, List.of());
    }

    /** A contribution, if it is not null, and its initiative, of which the caller may know, and what that came of. */
    private List<TraceLink> originsOf(UUID contribution, UUID initiative) {
        List<TraceLink> origins = new ArrayList<>();
        if (contribution != null) {
            origins.add(Given.link(contributions.findById(contribution)));
        }
        origins.addAll(originsOf(initiative));
        return origins;
    }

    /** An initiative of which the caller may know, and what it came of. */
    private List<TraceLink> originsOf(UUID id) {
        Initiative initiative = initiatives.findById(id);
        List<TraceLink> origins = new ArrayList<>();
        origins.add(Given.link(initiative));
        origins.addAll(upstream.originsOf(initiative.originDecision()));
        return origins;
    }
}
