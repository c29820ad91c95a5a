package org.coalition.initiatives.iati;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.coalition.defaults.problem.Malformed;
import org.coalition.defaults.problem.Problem.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IatiXmlTest {
    private final IatiXml xml = new IatiXml();

    @Test
    void theExampleOfTheStandardIsReadAndWrittenWithTheSameMeaning() {
        Branch document = xml.read(Publications.example().getBytes(StandardCharsets.UTF_8));
        Branch activity = document.child("iati-activity").orElseThrow();
        assertEquals(
                Publications.meaning(activity.element()),
                Publications.meaning(xml.activity(xml.text(activity.element()))));
    }

    @Test
    void noDocumentTypeIsTakenWhateverItDeclares(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "launch code");
        AtomicInteger fetched = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        try {
            String there = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
            for (String declared : List.of(
                    "<!DOCTYPE iati-activities>",
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + there + "\">]>",
                    "<!DOCTYPE a SYSTEM \"" + there + "\">",
                    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + there + "\"> %p;]>",
                    "<!DOCTYPE a [<!ENTITY x \"x\">" + "<!ENTITY y \"&x;&x;&x;&x;&x;\">".repeat(1) + "]>")) {
                List<Fault> faults =
                        refused(declared + Publications.example().substring(38).replace("Activity title", "&x;"));
                assertTrue(faults.get(faults.size() - 1).detail().contains("DOCTYPE"), faults.toString());
                assertTrue(faults.stream().noneMatch(fault -> fault.detail().contains("launch code")));
            }
            String elsewhere = Publications.example()
                    .replace(
                            "<iati-activities ",
                            "<iati-activities xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                    + " xsi:noNamespaceSchemaLocation=\"" + there + "\" ");
            assertEquals(
                    "iati-activities",
                    xml.read(elsewhere.getBytes(StandardCharsets.UTF_8)).name());
            assertEquals(0, fetched.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatIsNestedTooDeepOrHasTooManyAttributesIsRefusedAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            String deep = Publications.example()
                    .replace(
                            "</title>",
                            "</title>"
                                    .replace(
                                            "</title>",
                                            "<x:y xmlns:x=\"urn:x\">".repeat(20_000) + "</x:y>".repeat(20_000)
                                                    + "</title>"));
            assertTrue(!refused(deep).isEmpty());
            StringBuilder attributes = new StringBuilder("<iati-activities version=\"2.03\"");
            for (int i = 0; i < 50_000; i++) {
                attributes.append(" a").append(i).append("=\"\"");
            }
            assertTrue(!refused(attributes.append("/>").toString()).isEmpty());
        });
    }

    @Test
    void eachFaultOfAnInvalidDocumentTellsItsLineAndColumn() {
        List<Fault> faults = refused("""
                <iati-activities version="2.03">
                  <iati-activity>
                    <iati-identifier>X</iati-identifier>
                    <title/>
                  </iati-activity>
                </iati-activities>
                """);
        assertTrue(faults.get(0).detail().startsWith("Line 4, column 13: "), faults.toString());
        assertTrue(faults.get(0).detail().contains("reporting-org"), faults.toString());
    }

    @Test
    void whatIsNoXmlIsRefused() {
        for (String body : List.of("{}", "<iati-activities", "<a/><b/>", "\0", "<a>&#1;</a>", "<a>&nbsp;</a>")) {
            assertTrue(!refused(body).isEmpty(), body);
        }
        assertThrows(Malformed.class, () -> xml.read(new byte[0]));
        assertThrows(Malformed.class, () -> xml.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0x3c}));
    }

    @Test
    void aTextThatXmlCannotHoldIsWrittenAsFarAsItCan() {
        Branch root = xml.root("iati-activity");
        root.with("ref", "a\u0001b").text("x\ud800\uffff\u0000y\ud83d\ude00");
        Branch read = new Branch(xml.activity(xml.text(root.element())));
        assertEquals("a\ufffdb", read.attribute("ref"));
        assertEquals("x\ufffd\ufffd\ufffdy\ud83d\ude00", read.text());
    }

    private List<Fault> refused(String document) {
        Malformed refusal = assertThrows(Malformed.class, () -> xml.read(document.getBytes(StandardCharsets.UTF_8)));
        return refusal.problem(null, null).errors();
    }
}
