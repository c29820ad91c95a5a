package org.coalition.gateway;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.coalition.defaults.testing.ArchitectureRules;

/** The rules of the services for what the gateway has itself. Queues are no resources, so one package may write past the door. */
@AnalyzeClasses(
        packages = {
            "org.coalition.gateway.audit",
            "org.coalition.gateway.delivery",
            "org.coalition.gateway.endpoint",
            "org.coalition.gateway.schema",
            "org.coalition.gateway.webhook"
        },
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FREE_OF_CYCLES = ArchitectureRules.featuresAreFreeOfCycles;

    @ArchTest
    static final ArchRule REPOSITORIES_FIND = ArchitectureRules.repositoriesOnlyFind;

    @ArchTest
    static final ArchRule REPOSITORIES_ARE_DOORS = ArchitectureRules.repositoriesAreDoors;

    @ArchTest
    static final ArchRule RELAY_PRODUCES = ArchitectureRules.onlyTheRelayProduces;

    @ArchTest
    static final ArchRule RESOURCES_SHOW_NO_ENTITY = ArchitectureRules.resourcesNeitherTakeNorReturnEntities;

    @ArchTest
    static final ArchRule RESOURCES_SAY_WHAT_THEY_PRODUCE = ArchitectureRules.resourcesSayWhatTheyProduce;

    @ArchTest
    static final ArchRule AGGREGATES_ARE_PLAIN = ArchitectureRules.aggregatesKnowNeitherHttpNorMessaging;

    @ArchTest
    static final ArchRule ENTITIES_HAVE_NO_SETTERS = ArchitectureRules.entitiesHaveNoSetters;

    @ArchTest
    static final ArchRule ENTITY_FIELDS_ARE_PRIVATE = ArchitectureRules.entityFieldsArePrivate;

    @ArchTest
    static final ArchRule NOBODY_READS_THE_SYSTEM_CLOCK = ArchitectureRules.nobodyReadsTheSystemClock;

    @ArchTest
    static final ArchRule VIEWS_ARE_RECORDS = ArchitectureRules.viewsAreRecords;

    @ArchTest
    static final ArchRule ONLY_ROWS_SPEAK_SQL = noClasses()
            .that()
            .resideOutsideOfPackage("org.coalition.gateway.schema")
            .should()
            .dependOnClassesThat(nameMatching(
                    "jakarta\\.persistence\\.EntityManager.*|org\\.hibernate\\.Session.*|jakarta\\.transaction\\..*"
                            + "|io\\.quarkus\\.narayana\\..*|javax\\.sql\\..*|io\\.agroal\\..*"
                            + "|java\\.sql\\.(Connection|Statement|PreparedStatement|DriverManager|ResultSet)"))
            .because("what a caller changes goes through the write door, and what is queued through Rows");
}
