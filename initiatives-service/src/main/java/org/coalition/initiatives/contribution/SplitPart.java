package org.coalition.initiatives.contribution;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A part of a line, with its share of each figure; left out is 0.")
record SplitPart(
        @NotBlank @Size(max = 1000) String description,

        @Schema(description = "That of the line, if left out.")
        Track track,

        @Schema(description = "That of the line, if left out. A line of funds has no parts in kind, nor the reverse.")
        Instrument instrument,

        @PositiveOrZero @Digits(integer = 15, fraction = 4) BigDecimal pledged,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) BigDecimal committed,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) BigDecimal allocated,
        @PositiveOrZero @Digits(integer = 15, fraction = 4) BigDecimal delivered) {

    SplitPart {
        pledged = pledged == null ? BigDecimal.ZERO : pledged;
        committed = committed == null ? BigDecimal.ZERO : committed;
        allocated = allocated == null ? BigDecimal.ZERO : allocated;
        delivered = delivered == null ? BigDecimal.ZERO : delivered;
    }

    /** How a part of this line is opened. */
    OpenContribution opening(Contribution whole) {
        return new OpenContribution(
                track == null ? whole.track() : track,
                instrument == null ? whole.instrument() : instrument,
                description,
                whole.currency(),
                whole.unit(),
                whole.details().privatePartner(),
                null,
                null);
    }

    BigDecimal share(EntryKind kind) {
        return switch (kind) {
            case PLEDGE -> pledged;
            case COMMITMENT -> committed;
            case ALLOCATION -> allocated;
            case DISBURSEMENT, DELIVERY -> delivered;
        };
    }
}
