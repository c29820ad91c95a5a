package org.coalition.initiatives.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What is unmet of one item in one unit by one day.")
public record UnmetNeedsLine(
        LocalDate neededBy,
        String item,
        String unit,

        @Schema(description = "How many needs; /v1/needs?unmet=true&item=&unit=&neededBy= lists them.")
        long needs,

        BigDecimal needed,

        @Schema(description = "Accepted of the offers.") BigDecimal met,

        BigDecimal unmet) {}
