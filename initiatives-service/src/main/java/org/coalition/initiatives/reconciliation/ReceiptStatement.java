package org.coalition.initiatives.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import org.coalition.initiatives.delivery.Document;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a recipient states to have received of the funds of a line.")
record ReceiptStatement(String recipient, BigDecimal received, String remark, Document document, Instant statedAt) {}
