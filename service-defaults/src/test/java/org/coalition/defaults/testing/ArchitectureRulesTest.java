package org.coalition.defaults.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coalition.broken.BrokenShapes;
import org.coalition.broken.one.One;
import org.coalition.broken.two.Two;
import org.junit.jupiter.api.Test;

/** Each rule is seen to fail where it should, and nowhere else. */
class ArchitectureRulesTest {
    private static final Map<String, List<List<Class<?>>>> BREAKING = Map.ofEntries(
            Map.entry("featuresAreFreeOfCycles", List.of(List.of(One.class, Two.class))),
            Map.entry(
                    "onlyTheDoorPersists",
                    List.of(
                            List.of(BrokenShapes.TransactionByAnnotation.class),
                            List.of(BrokenShapes.TransactionByHand.class),
                            List.of(BrokenShapes.OwnEntityManager.class),
                            List.of(BrokenShapes.PanacheByHand.class),
                            List.of(BrokenShapes.OwnConnection.class))),
            Map.entry(
                    "repositoriesOnlyFind",
                    List.of(
                            List.of(BrokenShapes.PersistingThings.class),
                            List.of(BrokenShapes.UpdatingThings.class),
                            List.of(BrokenShapes.DeletingThings.class),
                            List.of(BrokenShapes.FlushingThings.class))),
            Map.entry("repositoriesAreDoors", List.of(List.of(BrokenShapes.OwnRepository.class))),
            Map.entry("onlyTheRelayProduces", List.of(List.of(BrokenShapes.OwnProducer.class))),
            Map.entry(
                    "resourcesNeitherTakeNorReturnEntities",
                    List.of(List.of(BrokenShapes.ThingResource.class), List.of(BrokenShapes.TakingResource.class))),
            Map.entry("resourcesSayWhatTheyProduce", List.of(List.of(BrokenShapes.SilentResource.class))),
            Map.entry("aggregatesKnowNeitherHttpNorMessaging", List.of(List.of(BrokenShapes.HttpThing.class))),
            Map.entry(
                    "nobodyReadsTheSystemClock",
                    List.of(List.of(BrokenShapes.ClockReader.class), List.of(BrokenShapes.MillisReader.class))),
            Map.entry("entitiesHaveNoSetters", List.of(List.of(BrokenShapes.SettableThing.class))),
            Map.entry("entityFieldsArePrivate", List.of(List.of(BrokenShapes.OpenThing.class))),
            Map.entry("nothingIsInjectedIntoFields", List.of(List.of(BrokenShapes.Injected.class))),
            Map.entry("viewsAreRecords", List.of(List.of(BrokenShapes.ThingView.class))));

    @Test
    void eachRuleRefusesTheShapesThatItIsThereFor() {
        rules().forEach((name, rule) ->
                BREAKING.get(name).forEach(shape -> assertTrue(violated(rule, shape), name + " lets pass " + shape)));
    }

    @Test
    void noRuleRefusesAProperRepository() {
        JavaClasses proper = new ClassFileImporter()
                .importClasses(BrokenShapes.Things.class, BrokenShapes.Thing.class, BrokenShapes.ThingRecord.class);
        rules().forEach((name, rule) ->
                assertFalse(rule.allowEmptyShould(true).evaluate(proper).hasViolation(), name));
    }

    @Test
    void noRuleIsWithoutAShapeThatBreaksIt() {
        assertEquals(new TreeSet<>(BREAKING.keySet()), new TreeSet<>(rules().keySet()));
    }

    private static boolean violated(ArchRule rule, List<Class<?>> shape) {
        return rule.evaluate(new ClassFileImporter().importClasses(shape)).hasViolation();
    }

    private static Map<String, ArchRule> rules() {
        return Arrays.stream(ArchitectureRules.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()) && field.getType() == ArchRule.class)
                .collect(Collectors.toMap(Field::getName, field -> {
                    try {
                        return (ArchRule) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }
}
