package org.coalition.initiatives.iati;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalition.initiatives.initiative.Initiative;
import org.w3c.dom.Element;

/**
 * Gives back the activity from which an initiative was imported, with what is ours now. What our model has no place for stays; so
 * does what it has taken over, in the source's own words and detail, as long as it is still the same here.
 */
@Singleton
class Merging {
    /** The children of an activity as the schema has them; those of other standards come after all. */
    private static final List<String> ORDER = List.of(
            "iati-identifier",
            "reporting-org",
            "title",
            "description",
            "participating-org",
            "other-identifier",
            "activity-status",
            "activity-date",
            "contact-info",
            "activity-scope",
            "recipient-country",
            "recipient-region",
            "location",
            "sector",
            "tag",
            "country-budget-items",
            "humanitarian-scope",
            "policy-marker",
            "collaboration-type",
            "default-flow-type",
            "default-finance-type",
            "default-aid-type",
            "default-tied-status",
            "budget",
            "planned-disbursement",
            "capital-spend",
            "transaction",
            "document-link",
            "related-activity",
            "legacy-data",
            "conditions",
            "result",
            "crs-add",
            "fss");

    private static final Set<String> ROLES_OF_PARTIES =
            Set.of(OrganisationRole.ACCOUNTABLE, OrganisationRole.EXTENDING, OrganisationRole.IMPLEMENTING);

    private final IatiXml xml;
    private final IatiConfig config;
    private final Organisations organisations;

    Merging(IatiXml xml, IatiConfig config, Organisations organisations) {
        this.xml = xml;
        this.config = config;
        this.organisations = organisations;
    }

    /** @param ours the activity as our model alone would have it */
    Branch merge(Source source, Initiative initiative, Branch ours) {
        Branch merged = new Branch(xml.activity(source.activity()));
        Taken then = source.taken();
        Taken now = Taken.of(initiative.details(), initiative.status(), then.entries());
        List<Branch> added = new ArrayList<>();
        if (!now.title().equals(then.title())) {
            replace(merged, ours, "title", all(), added);
        }
        if (!now.hasDescriptionsOf(then)) {
            replace(merged, ours, "description", Merging::isOfOurTypes, added);
        }
        if (now.status() != then.status()) {
            replace(merged, ours, "activity-status", all(), added);
            Set<String> dated = values(merged, "activity-date", "type");
            add(ours, "activity-date", date -> !dated.contains(date.attribute("type")), added);
        }
        if (now.aspect() != then.aspect()) {
            merged.with("humanitarian", ours.attribute("humanitarian"));
            replace(
                    merged,
                    ours,
                    "tag",
                    tag -> tag.attribute("vocabulary-uri").equals(config.aspectVocabulary()),
                    added);
        }
        if (!now.recipients().equals(then.recipients())) {
            replace(
                    merged,
                    ours,
                    "recipient-country",
                    country -> then.recipients().contains(country.attribute("code")),
                    added);
        }
        mergeOrganisations(merged, ours, then, now, added);
        for (String name : List.of("planned-disbursement", "transaction", "result")) {
            add(ours, name, all(), added);
        }
        if (mergeConditions(merged, ours, added) || !added.isEmpty()) {
            merged.with("last-updated-datetime", ours.attribute("last-updated-datetime"));
        }
        return ordered(merged, added);
    }

    /** Who funds is added; who leads and takes part is replaced if it is no longer the same. */
    private void mergeOrganisations(Branch merged, Branch ours, Taken then, Taken now, List<Branch> added) {
        List<Branch> there = merged.children("participating-org");
        if (!now.hasPartiesOf(then)) {
            Predicate<Branch> ofOurs = organisation -> ROLES_OF_PARTIES.contains(organisation.attribute("role"));
            there.stream()
                    .filter(ofOurs.and(organisation -> then.names(code(organisation))))
                    .forEach(organisation -> merged.element().removeChild(organisation.element()));
            add(ours, "participating-org", ofOurs, added);
        }
        Set<String> funding = there.stream()
                .filter(Merging::isFunding)
                .flatMap(organisation -> Stream.of(code(organisation), organisation.narrative()))
                .collect(Collectors.toSet());
        add(ours, "participating-org", one -> isFunding(one) && !funding.contains(one.narrative()), added);
    }

    private String code(Branch organisation) {
        return Objects.requireNonNullElse(
                organisations.code(organisation.attribute("ref"), organisation.attribute("type")), "");
    }

    private static boolean isFunding(Branch organisation) {
        return organisation.attribute("role").equals(OrganisationRole.FUNDING);
    }

    /** There is one element for all conditions; whether one was added to that of the source. */
    private static boolean mergeConditions(Branch merged, Branch ours, List<Branch> added) {
        List<Branch> conditions = ours.children("conditions");
        if (conditions.isEmpty()) {
            return false;
        }
        merged.child("conditions")
                .ifPresentOrElse(
                        there -> {
                            there.with("attached", "1");
                            conditions.get(0).children().forEach(condition -> adopt(there, condition.element()));
                        },
                        () -> added.addAll(conditions));
        return true;
    }

    private static boolean isOfOurTypes(Branch description) {
        return Set.of("", "1", "2").contains(description.attribute("type"));
    }

    private static Predicate<Branch> all() {
        return branch -> true;
    }

    private static Set<String> values(Branch parent, String name, String attribute) {
        return parent.children(name).stream()
                .map(child -> child.attribute(attribute))
                .collect(Collectors.toSet());
    }

    private static void replace(
            Branch merged, Branch ours, String name, Predicate<Branch> replaced, List<Branch> added) {
        merged.children(name).stream().filter(replaced).forEach(old -> merged.element()
                .removeChild(old.element()));
        add(ours, name, all(), added);
    }

    private static void add(Branch ours, String name, Predicate<Branch> wanted, List<Branch> added) {
        ours.children(name).stream().filter(wanted).forEach(added::add);
    }

    private static void adopt(Branch parent, Element child) {
        parent.element().appendChild(parent.element().getOwnerDocument().importNode(child, true));
    }

    private static Branch ordered(Branch merged, List<Branch> added) {
        added.forEach(branch -> adopt(merged, branch.element()));
        List<Element> children = merged.elements()
                .sorted(Comparator.comparingInt(Merging::place))
                .toList();
        children.forEach(child -> merged.element().appendChild(child));
        return merged;
    }

    private static int place(Element child) {
        int place = child.getNamespaceURI() == null ? ORDER.indexOf(child.getLocalName()) : -1;
        return place < 0 ? ORDER.size() : place;
    }
}
