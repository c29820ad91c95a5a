package org.coalition.initiatives.iati;

import jakarta.inject.Singleton;
import java.util.List;
import org.coalition.initiatives.initiative.Aspect;
import org.coalition.initiatives.initiative.Initiative;
import org.coalition.initiatives.initiative.InitiativeDetails;
import org.coalition.initiatives.initiative.InitiativeStatus;

/** An initiative as an activity, in the order of the schema. */
@Singleton
class ActivityWriter {
    private final IatiXml xml;
    private final IatiConfig config;
    private final ActivityIdentifier identifiers;
    private final Organisations organisations;
    private final TransactionWriter transactions;

    ActivityWriter(
            IatiXml xml,
            IatiConfig config,
            ActivityIdentifier identifiers,
            Organisations organisations,
            TransactionWriter transactions) {
        this.xml = xml;
        this.config = config;
        this.identifiers = identifiers;
        this.organisations = organisations;
        this.transactions = transactions;
    }

    Branch write(ExportActivity told) {
        Initiative initiative = told.initiative();
        InitiativeDetails details = initiative.details();
        Branch activity = xml.root("iati-activity")
                .with("last-updated-datetime", initiative.updatedAt())
                .with("humanitarian", Codes.flag(details.aspect() == Aspect.HUMANITARIAN_AID));
        activity.element().setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", "en");
        activity.add("iati-identifier").text(identifiers.of(initiative.id()));
        activity.add("reporting-org")
                .with("ref", config.reportingOrg().ref())
                .with("type", config.reportingOrg().type())
                .narrative(config.reportingOrg().name());
        activity.add("title").narrative(details.title());
        writeDescriptions(activity, details);
        writeOrganisations(activity, told);
        activity.add("activity-status").with("code", ActivityStatus.code(initiative.status()));
        writeDates(activity, told);
        details.recipients().stream()
                .filter(Organisations::isCountry)
                .forEach(country -> activity.add("recipient-country").with("code", country));
        activity.add("tag")
                .with("code", details.aspect())
                .with("vocabulary", "99")
                .with("vocabulary-uri", config.aspectVocabulary())
                .narrative(details.focusArea() == null ? details.aspect().name() : details.focusArea());
        transactions.writePlanned(activity, told);
        transactions.writeTransactions(activity, told);
        TransactionWriter.writeConditions(activity, told);
        ResultWriter.write(activity, told);
        return activity;
    }

    /** The standard asks for at least one. */
    private static void writeDescriptions(Branch activity, InitiativeDetails details) {
        List<String> measures =
                details.supportMeasures().isEmpty() ? List.of(details.title()) : details.supportMeasures();
        measures.forEach(
                measure -> activity.add("description").with("type", "1").narrative(measure));
        details.expectedOutcomes()
                .forEach(
                        outcome -> activity.add("description").with("type", "2").narrative(outcome));
    }

    private void writeOrganisations(Branch activity, ExportActivity told) {
        InitiativeDetails details = told.initiative().details();
        told.lines().stream()
                .filter(line -> !told.isOfSource(line))
                .map(ExportLine::party)
                .distinct()
                .sorted()
                .forEach(party -> organisation(activity, party, OrganisationRole.FUNDING));
        told.lines().stream()
                .map(ExportLine::privatePartner)
                .filter(partner -> partner != null)
                .distinct()
                .sorted()
                .forEach(partner -> activity.add("participating-org")
                        .with("type", "70")
                        .with("role", OrganisationRole.FUNDING)
                        .narrative(partner));
        details.leadParties().forEach(party -> organisation(activity, party, OrganisationRole.ACCOUNTABLE));
        details.participants().forEach(party -> organisation(activity, party, OrganisationRole.IMPLEMENTING));
    }

    private void organisation(Branch activity, String party, String role) {
        activity.add("participating-org")
                .with("ref", organisations.ref(party))
                .with("type", Organisations.type(party))
                .with("role", role)
                .narrative(party);
    }

    /** Planned from, begun on, planned until, ended on. */
    private static void writeDates(Branch activity, ExportActivity told) {
        Initiative initiative = told.initiative();
        boolean begun = initiative.approvedAt() != null && initiative.status() != InitiativeStatus.APPROVED;
        boolean ended = initiative.status() == InitiativeStatus.CLOSED;
        activity.add("activity-date")
                .with("iso-date", ResultWriter.day(initiative.createdAt()))
                .with("type", "1");
        if (begun) {
            activity.add("activity-date")
                    .with("iso-date", ResultWriter.day(initiative.approvedAt()))
                    .with("type", "2");
        }
        if (told.lastDue() != null) {
            activity.add("activity-date").with("iso-date", told.lastDue()).with("type", "3");
        }
        if (ended) {
            activity.add("activity-date")
                    .with("iso-date", ResultWriter.day(initiative.updatedAt()))
                    .with("type", "4");
        }
    }
}
