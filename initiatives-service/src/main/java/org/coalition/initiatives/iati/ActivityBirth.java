package org.coalition.initiatives.iati;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalition.defaults.clock.Ids;
import org.coalition.initiatives.contribution.Contributions;
import org.coalition.initiatives.contribution.Ledgers;
import org.coalition.initiatives.iati.ReadActivity.ReadEntry;
import org.coalition.initiatives.iati.ReadActivity.ReadLine;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.InitiativeStatus;
import org.coalition.initiatives.initiative.Intake;

/** Makes an initiative of an activity that was read, through the doors of initiatives and ledgers and by their rules. */
@Singleton
class ActivityBirth {
    private final Intake intake;
    private final Contributions contributions;
    private final Ledgers ledgers;
    private final Sources sources;
    private final IatiXml xml;
    private final Ids ids;

    ActivityBirth(Intake intake, Contributions contributions, Ledgers ledgers, Sources sources, IatiXml xml, Ids ids) {
        this.intake = intake;
        this.contributions = contributions;
        this.ledgers = ledgers;
        this.sources = sources;
        this.xml = xml;
        this.ids = ids;
    }

    /** The paths of what was created. Where the activity is over, the initiative ends when its ledgers stand. */
    List<String> of(Branch activity, ReadActivity read) {
        sources.requireNew(read.identifier());
        Initiative initiative = intake.plan(read.details());
        List<String> created = new ArrayList<>(List.of("/v1/initiatives/" + initiative.id()));
        List<UUID> entries = new ArrayList<>();
        for (ReadLine line : read.lines()) {
            UUID opened = contributions.takeIn(initiative.id(), line.opening());
            created.add("/v1/contributions/" + opened);
            line.entries().forEach(entry -> record(opened, entry, entries));
        }
        InitiativeStatus status = intake.moveTo(
                initiative.id(),
                read.status(),
                "Imported from the IATI activity %s, which has the status %s."
                        .formatted(read.identifier(), ActivityStatus.code(read.status())));
        SourceView kept = sources.keep(
                initiative.id(),
                read.identifier(),
                xml.text(activity.element()),
                Taken.of(initiative.details(), status, entries));
        created.add(kept.path());
        return created;
    }

    private void record(UUID line, ReadEntry entry, List<UUID> entries) {
        UUID posted = ledgers.takeIn(line, ids.next(), entry.posted());
        entries.add(posted);
        if (entry.reversal() != null) {
            entries.add(ledgers.takeBack(line, posted, ids.next(), entry.reversal()));
        }
    }
}
