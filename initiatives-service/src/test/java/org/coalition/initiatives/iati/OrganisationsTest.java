package org.coalition.initiatives.iati;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OrganisationsTest {
    private final Organisations organisations = new Organisations(
            new IatiConfig() {
                @Override
                public ReportingOrg reportingOrg() {
                    throw new AssertionError("nobody asks");
                }

                @Override
                public Map<String, String> organisations() {
                    return Map.of("EU", "XI-IATI-EC_NEAR");
                }

                @Override
                public String aspectVocabulary() {
                    throw new AssertionError("nobody asks");
                }
            },
            null);

    @Test
    void aCodeIsItself() {
        assertEquals("FR", organisations.code("FR", ""));
        assertEquals("NATO", organisations.code("NATO", "40"));
        assertEquals("FR", organisations.ref("FR"));
    }

    @Test
    void aConfiguredIdentifierIsThatOfItsParty() {
        assertEquals("EU", organisations.code("XI-IATI-EC_NEAR", ""));
        assertEquals("XI-IATI-EC_NEAR", organisations.ref("EU"));
        assertNull(organisations.code("XI-IATI-OTHER", "40"));
    }

    @Test
    void aPublicBodyIsOfTheCountryInWhichItIsRegistered() {
        assertEquals("GB", organisations.code("GB-GOV-1", ""));
        assertEquals("GB", organisations.code("GB-1", ""));
        assertEquals("DE", organisations.code("DE-ANYTHING-5", "10"));
        assertNull(organisations.code("AA-AAA-123456789", "10"), "AA is no country");
    }

    @Test
    void aCompanyIsNotTheStateInWhichItIsRegistered() {
        assertNull(organisations.code("GB-COH-1234567", "70"));
        assertNull(organisations.code("GB-COH-1234567", ""));
        assertNull(organisations.code("", "10"));
    }
}
