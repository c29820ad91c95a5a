package org.coalition.initiatives.initiative;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** What is told of an initiative but lies elsewhere and changes there: its origin, and the initiatives that it is tied to. */
record Background(Origin origin, Linked parent, BigDecimal weight, List<Linked> dependsOn) {
    static Background of(Initiative initiative, Origin origin) {
        Links links = initiative.links();
        return new Background(
                origin,
                Linked.of(links.parent()),
                initiative.weight(),
                links.dependsOn().stream().map(Linked::of).toList());
    }

    /** Changes whenever what is told of it may, and tells nothing else. */
    String tag() {
        if (parent == null && dependsOn.isEmpty()) {
            return origin.tag();
        }
        CRC32 checksum = new CRC32();
        checksum.update(Stream.concat(Stream.ofNullable(parent), dependsOn.stream())
                .map(Linked::text)
                .collect(Collectors.joining("\n\n"))
                .getBytes(StandardCharsets.UTF_8));
        return origin.tag() + ".%08x".formatted(checksum.getValue());
    }
}
