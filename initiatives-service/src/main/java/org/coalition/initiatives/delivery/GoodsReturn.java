package org.coalition.initiatives.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What was returned after its receipt was confirmed.")
record GoodsReturn(
        BigDecimal amount,
        Instant at,
        String reason,
        List<String> serialNumbers,
        Document document,
        Instant recordedAt,
        String recordedBy) {}
