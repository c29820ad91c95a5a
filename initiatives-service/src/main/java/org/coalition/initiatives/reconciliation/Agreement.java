package org.coalition.initiatives.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "That a party agrees on a figure, over the figures as they were then.")
record Agreement(String party, BigDecimal agreed, Instant at) {}
