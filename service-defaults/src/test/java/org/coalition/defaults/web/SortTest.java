package org.coalition.defaults.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.coalition.defaults.problem.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortTest {
    @Test
    void aCollectionIsInTheOrderOfCreationIfNobodyAsksForAnother() throws NoSuchMethodException {
        assertEquals(new Sort("id", false, false), Sort.of(null, declared()));
        assertTrue(Sort.of("-id", declared()).isByCreation());
    }

    @Test
    void whatIsDeclaredCanBeAskedForInBothDirections() throws NoSuchMethodException {
        assertEquals(new Sort("title", false, false), Sort.of("title", declared()));
        assertEquals(new Sort("dueOn", true, true), Sort.of("-dueOn", declared()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "-", "--title", "+title", "title,dueOn", "Title", " title", "id;", "e.title"})
    void whatIsNotDeclaredIsRefusedWithWhatIs(String sort) throws NoSuchMethodException {
        Sorted declared = declared();
        Malformed refused = assertThrows(Malformed.class, () -> Sort.of(sort, declared));
        assertTrue(refused.getMessage().contains("id, -id, title, -title, dueOn, -dueOn"), () -> refused.getMessage());
    }

    private static Sorted declared() throws NoSuchMethodException {
        return SortTest.class.getDeclaredMethod("list").getAnnotation(Sorted.class);
    }

    @Sorted(value = "title", optional = "dueOn")
    void list() {}
}
