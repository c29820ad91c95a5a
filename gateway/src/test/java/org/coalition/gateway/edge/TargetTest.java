package org.coalition.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.coalition.gateway.edge.Target.NotCanonical;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/meetings",
                "/v1/meetings/",
                "/v1/a.b_c~d-e",
                "/v1/...",
                "/.well-known/api-catalog",
                "/v1/meetings?limit=20",
                "/v1/meetings?a=&b",
                "/v1/meetings?sort=-plannedStart,title&q=a+b",
                "/v1/meetings?since=2026-01-01T00:00:00Z",
                "/v1/meetings?q=%C3%A9t%C3%A9%20%E2%82%AC&x=a=b",
                "/v1/meetings?cursor=eyJhIjoxfQ==&path=/a/b?c"
            })
    void canonicalTargetsStayAsTheyAre(String raw) throws NotCanonical {
        assertEquals(raw, Target.of(raw, 10).uri());
    }

    @Test
    void anEmptyQueryIsNone() throws NotCanonical {
        assertNull(Target.of("/v1?", 10).query());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/v1/../x path not-canonical",
                "/v1/%41 path not-canonical",
                "/v1//x path not-canonical",
                "/v1?q=%4 q malformed",
                "/v1?q=%G1 q malformed",
                "/v1?q=%E2%82 q malformed",
                "/v1?q=%E2x%82%AC q malformed",
                "/v1?q=%7F q malformed",
                "/v1?q=%C2%85 q malformed",
                "/v1?access_token=x access_token token-in-query",
                "/v1?a&b&c&d query too-many",
                "/v1?& query malformed",
                "/v1?a/b=c query malformed"
            })
    void theFaultNamesThePlace(String raw, String parameter, String code) {
        NotCanonical refused = assertThrows(NotCanonical.class, () -> Target.of(raw, 3));
        assertEquals(parameter, refused.fault().parameter());
        assertEquals(code, refused.fault().code());
    }
}
