package org.coalition.defaults.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.Set;

/**
 * The shape of every service, as rules that a build checks. A service runs them all with
 * {@code @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class)}.
 */
public final class ArchitectureRules {
    private static final String AGGREGATE = "org.coalition.defaults.aggregate.Aggregate";
    private static final String REPOSITORY = "org.coalition.defaults.aggregate.Aggregates";
    private static final Set<String> WRITES = Set.of(
            "persist",
            "persistAndFlush",
            "flush",
            "delete",
            "deleteAll",
            "deleteById",
            "update",
            "merge",
            "remove",
            "executeUpdate",
            "getEntityManager",
            "getSession");

    /** A package is a noun; nouns that need each other in a circle are one noun. */
    @ArchTest
    public static final ArchRule featuresAreFreeOfCycles =
            slices().matching("org.coalition.*.(*)..").should().beFreeOfCycles();

    /** First guard of the write door: nobody else reaches the means of writing. */
    @ArchTest
    public static final ArchRule onlyTheDoorPersists = noClasses()
            .that()
            .resideOutsideOfPackage("org.coalition.defaults..")
            .should()
            .dependOnClassesThat(
                    nameMatching("jakarta\\.persistence\\.EntityManager.*|org\\.hibernate\\.(Session|StatelessSession)|"
                            + "jakarta\\.transaction\\..*|io\\.quarkus\\.narayana\\..*|"
                            + "io\\.quarkus\\.hibernate\\.orm\\.panache\\.(Panache|PanacheEntity|PanacheEntityBase)|"
                            + "org\\.hibernate\\.SessionFactory|javax\\.sql\\..*|java\\.sql\\..*|io\\.agroal\\..*"))
            .because("there is one way to change anything: change(id, ifMatch, aggregate -> event)");

    /** The same for what Panache puts into each repository. */
    @ArchTest
    public static final ArchRule repositoriesOnlyFind = noClasses()
            .that()
            .resideOutsideOfPackage("org.coalition.defaults..")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("a repository writes past the door") {
                @Override
                public boolean test(JavaCall<?> call) {
                    return WRITES.contains(call.getName())
                            && call.getTargetOwner()
                                    .isAssignableTo("io.quarkus.hibernate.orm.panache.PanacheRepositoryBase");
                }
            });

    /** Second guard: an event leaves through the outbox, or not at all. */
    @ArchTest
    public static final ArchRule onlyTheRelayProduces = noClasses()
            .that()
            .resideOutsideOfPackage("org.coalition.defaults.outbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.producer..");

    /** What crosses HTTP is a record, never an entity. */
    @ArchTest
    public static final ArchRule resourcesNeitherTakeNorReturnEntities = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Resource")
            .and()
            .arePublic()
            .should(new ArchCondition<>("neither take nor return an entity") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean entity = method.getRawReturnType().isAssignableTo(AGGREGATE)
                            || method.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(AGGREGATE));
                    if (entity) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " shows an entity"));
                    }
                }
            })
            .allowEmptyShould(true);

    /** The framework would write a record as text, or as a page, for a caller who asks for that. */
    @ArchTest
    public static final ArchRule resourcesSayWhatTheyProduce = classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .beAnnotatedWith("jakarta.ws.rs.Produces")
            .allowEmptyShould(true);

    /** A rule can be tested without a container. */
    @ArchTest
    public static final ArchRule aggregatesKnowNeitherHttpNorMessaging = noClasses()
            .that(assignableTo(AGGREGATE))
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.ws.rs..")
                    .or(resideInAPackage("org.eclipse.microprofile.openapi.."))
                    .or(resideInAPackage("org.apache.kafka.."))
                    .or(resideInAPackage("io.vertx..")))
            .allowEmptyShould(true);

    /** Time is passed in. */
    @ArchTest
    public static final ArchRule nobodyReadsTheSystemClock = noClasses()
            .that()
            .resideOutsideOfPackage("org.coalition.defaults..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a rule's test passes its own clock");

    /** State changes by verbs only. */
    @ArchTest
    public static final ArchRule entitiesHaveNoSetters = methods()
            .that()
            .areDeclaredInClassesThat(assignableTo(AGGREGATE))
            .should()
            .haveNameNotMatching("set[A-Z].*")
            .allowEmptyShould(true);

    /** And by nobody else. */
    @ArchTest
    public static final ArchRule entityFieldsArePrivate = fields().that()
            .areDeclaredInClassesThat(assignableTo(AGGREGATE))
            .and()
            .haveNameNotMatching("\\$.*")
            .should()
            .bePrivate()
            .allowEmptyShould(true);

    /** Dependencies stand in the constructor. */
    @ArchTest
    public static final ArchRule nothingIsInjectedIntoFields =
            noFields().should().beAnnotatedWith("jakarta.inject.Inject").allowEmptyShould(true);

    /** Requests and views cannot change on their way. */
    @ArchTest
    public static final ArchRule viewsAreRecords = classes()
            .that()
            .haveSimpleNameEndingWith("View")
            .and()
            .areNotInterfaces()
            .should()
            .beRecords()
            .allowEmptyShould(true);

    /** Each repository is a door, and so announces what it changes. */
    @ArchTest
    public static final ArchRule repositoriesAreDoors = classes()
            .that(new DescribedPredicate<JavaClass>("are Panache repositories") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isAssignableTo("io.quarkus.hibernate.orm.panache.PanacheRepositoryBase");
                }
            })
            .should()
            .beAssignableTo(REPOSITORY)
            .allowEmptyShould(true);

    private ArchitectureRules() {}
}
