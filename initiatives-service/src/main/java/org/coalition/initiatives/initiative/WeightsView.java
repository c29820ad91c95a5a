package org.coalition.initiatives.initiative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "What the parts of an initiative count, as far as the caller may know of them; without cancelled ones.")
record WeightsView(
        UUID initiativeId,

        @Schema(description = "The sum of the versions of the parts.")
        long version,

        List<Part> parts)
        implements View {

    @Schema(description = "What one part counts.")
    record Part(
            UUID initiativeId,
            long version,
            String title,
            InitiativeStatus status,

            @Schema(description = "As it was set; absent where all count alike, and for one that came later.")
            BigDecimal weight,

            @Schema(description = "What it counts among the parts that are here; together 1, rounded.")
            BigDecimal share) {}

    static WeightsView of(UUID initiative, List<Initiative> children) {
        List<BigDecimal> shares =
                Shares.of(children.stream().map(Initiative::weight).toList());
        return new WeightsView(
                initiative,
                children.stream().mapToLong(Initiative::version).sum(),
                IntStream.range(0, children.size())
                        .mapToObj(i -> part(children.get(i), shares.get(i)))
                        .toList());
    }

    private static Part part(Initiative child, BigDecimal share) {
        return new Part(
                child.id(),
                child.version(),
                child.title(),
                child.status(),
                child.weight(),
                share.setScale(4, RoundingMode.HALF_UP));
    }

    /** Another one with every part that comes, goes or changes. */
    @Override
    public String tag() {
        CRC32 checksum = new CRC32();
        checksum.update(parts.stream()
                .map(part -> part.initiativeId() + ":" + part.version())
                .collect(Collectors.joining(","))
                .getBytes(StandardCharsets.UTF_8));
        return version + ".%08x".formatted(checksum.getValue());
    }

    @Override
    public String path() {
        return "/v1/initiatives/" + initiativeId + "/weights";
    }
}
