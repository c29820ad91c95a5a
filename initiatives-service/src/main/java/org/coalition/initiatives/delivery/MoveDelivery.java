package org.coalition.initiatives.delivery;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Moves a delivery of a line that was split to a part of that line.")
record MoveDelivery(@NotNull UUID contributionId) {}
