package org.coalition.gateway.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.coalition.defaults.problem.RuleViolated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/",
                "ftp://hooks.example.org/",
                "file:///etc/passwd",
                "hooks.example.org",
                "/relative",
                "https:hooks.example.org",
                "https:///path",
                "https://localhost/",
                "https://localhost./",
                "https://LOCALHOST/",
                "https://a.localhost/",
                "https://hooks.example.org./",
                "https://hooks/",
                "https://printer.local/",
                "https://db.internal/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://8.8.8.8/",
                "https://8.8.8.8./",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[2606:4700::1111]/",
                "https://[fe80::1%25eth0]/",
                "https://user@hooks.example.org/",
                "https://user:secret@hooks.example.org/",
                "https://hooks.example.org@127.0.0.1/",
                "https://hooks.example.org#@127.0.0.1/",
                "https://hooks.example.org/#fragment",
                "https://hooks.example.org:80/",
                "https://hooks.example.org:22/",
                "https://hooks.example.org:6379/",
                "https://hooks.example.org:0/",
                "https://hooks.example.org:65536/",
                "https://hooks.example.org\\@127.0.0.1/",
                "https://hooks.example.org/a b",
                "https://hooks.example.org/\r\nX: y",
                "https://h\u00f6oks.example.org/",
                "https://1\u2460.example.org/",
                "https://exam_ple.org/",
                "https://-a.example.org/",
                "https://a..example.org/",
                ""
            })
    void everyOtherFormIsRefused(String url) {
        assertThrows(RuleViolated.class, () -> EndpointUrl.of(url, Patience.STRICT));
    }

    @Test
    void aPublicNameIsTaken() {
        assertEquals(
                new EndpointUrl(true, "hooks.example.org", 443, "/", false),
                EndpointUrl.of("https://Hooks.Example.org", Patience.STRICT));
        assertEquals(
                new EndpointUrl(true, "xn--hks-sna.example.org", 8443, "/a%20b?c=d", false),
                EndpointUrl.of("HTTPS://xn--hks-sna.example.org:8443/a%20b?c=d", Patience.STRICT));
    }

    @Test
    void thisMachineIsTakenOnlyWhereASettingAllowsIt() {
        assertEquals(
                new EndpointUrl(false, "127.0.0.1", 9000, "/in", true),
                EndpointUrl.of("http://127.0.0.1:9000/in", Patience.LOCAL));
        assertEquals(new EndpointUrl(false, "[::1]", 80, "/", true), EndpointUrl.of("http://[::1]/", Patience.LOCAL));
        for (String still : new String[] {"http://hooks.example.org/", "http://10.0.0.1/", "http://127.1/"}) {
            assertThrows(RuleViolated.class, () -> EndpointUrl.of(still, Patience.LOCAL), still);
        }
    }
}
