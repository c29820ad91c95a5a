package org.coalition.initiatives.enduse;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Some articles of one delivery with one holder, of which something is said.
 *
 * @param party who gave them
 */
public record Batch(
        UUID deliveryId,
        UUID initiativeId,
        String party,
        String holder,
        LocalDate arrivedOn,
        List<String> serialNumbers) {}
